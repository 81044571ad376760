// Which releases of the data are there?
MATCH (r:Release)
RETURN r{.id, .version, .releasedOn, .noteNl, .noteEn} AS release
ORDER BY r.releasedOn DESC, r.version DESC
LIMIT 20
