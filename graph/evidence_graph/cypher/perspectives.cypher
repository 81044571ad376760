// From which perspectives is the field looked at?
MATCH (v:Perspective)
RETURN v{.id, .labelNl, .labelEn, .definitionNl, .definitionEn, .order} AS perspective
ORDER BY v.order
