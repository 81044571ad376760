"""The patterns of names, years and pages, over a flat text."""

from __future__ import annotations

import re

from evidence_literature.citing.lexicon import lexicon

_LATIN = (chr(number) for number in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
UPPER = "A-Z" + "".join(sign for sign in _LATIN if sign.isupper())
_MOST = 20
_PARTICLE = (
    r"(?:[Vv]an(?: (?:de[rn]?|het))?|[Dd]e(?: la)?|[Dd]e[rn]|[Tt]e[rn]|te|[Vv]on(?: de[rmn])?"
    r"|[Vv]om|[Zz]u[mr]?|[Ll]e|[Ll]a|[Dd]u|[Dd]el(?:la)?|[Dd][ia]|[Dd]os|[Ee]l|[Bb]in|[Bb]en"
    r"|(?:[Ii]n|[Oo]p|[Uu]it|[Vv]an)? ?'t|[Ii]n der|[Oo]p den|Op de|[Uu]it den"
    r"|N[ií]c?|Mac|Ó|U[aí]|Al|A[ïi]t|Ould|Abu"
    # "Oude Vrielink", "Klein Wolterink": names of the east of the country.
    rf"|(?:[Oo]ude|[Oo]lde|[Kk]lein|[Gg]root|[Gg]rote|[Nn]ieuwe|[Ll]age|[Hh]oge)(?= [{UPPER}]))"
)
_PARTICLES = rf"(?:{_PARTICLE} (?=[\w']))"
# Atomic, since "Van de" can be read as one particle or as two: no other reading is tried.
_FEW_PARTICLES = rf"(?>{_PARTICLES}{{0,4}})"
# A digit behind a name is the mark of a footnote, behind one or two letters a code such as "T1".
_NO_CODE = r"(?:(?!\d)|(?<=[^\W\d_]{4})(?=\d{1,2}(?!\d)))"
_CAPITAL = rf"(?:St\. )?(?:[A-Za-z]{{1,2}}'|'s-)?[{UPPER}][^\W\d_]{{0,40}}{_NO_CODE}"
_SURNAME = rf"{_CAPITAL}(?: ?- ?{_FEW_PARTICLES}{_CAPITAL}){{0,3}}"
_INITIALS = rf"(?:[{UPPER}][a-z]{{0,2}}\.[ -]?){{1,5}}"
_INITIAL = rf"(?:, [{UPPER}]\.?(?= ?[(\n,&]| en | and )(?!, [{UPPER}]\.))"
NAME = rf"(?:{_INITIALS} ?)?{_FEW_PARTICLES}{_SURNAME}{_INITIAL}?"
AND = r"(?:,? ?(?:&|\ben\b|\band\b|\bund\b) ?|, |/)"
ETAL = (
    r"(?:,? (?:et[.,]? ?al\b\.?|e\.a\.?(?!\w)|e\. a\.|ea\b|c\.s\.?(?!\w)|cs\b\.?"
    r"|(?:en|and|&) (?:(?:haar|zijn|hun|her|his|their) )?(?:mede-?auteurs|mede-?onderzoekers"
    r"|collega's|anderen|de zijnen|colleagues|co-?workers|co-?authors|others|medewerkers|team)))"
)
# A later author may have a given name or two surnames: "Pitt and Ana Ruiz Gómez".
LATER = rf"(?:{_INITIALS} ?)?(?:{_FEW_PARTICLES}{_CAPITAL} ){{0,2}}{NAME}"
AUTHORS = rf"(?P<names>{NAME}(?:{AND}{LATER}){{0,{_MOST}}})(?P<etal>{ETAL})?"
_BEHIND = rf"(?: ?{_PARTICLE}(?= ?[,&(]| en | and ))"
_TURNED = rf"{_FEW_PARTICLES}{_SURNAME}, {_INITIALS}{_BEHIND}?"
INVERTED = rf"(?P<names>{_TURNED}(?:(?:{AND}|, ?& ){_TURNED}){{0,{_MOST}}})(?P<etal>{ETAL})?"
_YEAR_WORD = (
    r"z\. ?d\.?|z\. ?j\.?|n\. ?d\.?|in druk|in press|in voorbereiding|in preparation|forthcoming"
    r"|te verschijnen|nog te verschijnen|submitted|ongedateerd"
)
_YEAR_NUMBER = r"(?<!\d)(?:1[5-9]|20)\d\d(?:[/–-](?:1[5-9]|20)\d\d)?(?:-?[a-k](?![\w.]))?(?!\d|/\d)"
YEAR = rf"(?:{_YEAR_NUMBER}|(?<!\w)(?:{_YEAR_WORD})(?!\w))"
_MORE_YEARS = rf"(?:(?:, ?| ?/ ?| en | & | and )(?:{YEAR}|[a-k](?![\w.']))){{0,20}}"
_PAGE_WORD = (
    r"(?:pp?\.? ?|blz\.? ?|pag\.? ?|bladzijden? |pagina'?s? |pages? |hoofdstuk |hfst\.? ?|h\. ?"
    r"|chapter |chap\. |ch\. |paras?\. |par\. ?|paragraaf |§ ?|deel |vol\. |tabel |table |figuur "
    r"|figure |bijlage )"
)
_PAGE_LIST = r"\d[\d.]*(?: ?(?:-|–|en|and|,|&) ?\d[\d.]*(?!\d*, )){0,20}"
_PAGES = (
    rf"(?:[,:]? ?{_PAGE_WORD}(?P<pages>{_PAGE_LIST})(?: ?(?:e\.v\.|ev\b|ff?\b\.?))?"
    r"|: ?(?P<after>\d+(?: ?[-–] ?\d+)?))"
)
YEARS = rf"(?P<years>{YEAR}{_MORE_YEARS})(?:{_PAGES})?"

AUTHORS_AT_END = re.compile(
    rf"(?<![\w'-]){AUTHORS}(?:'s?)?(?:\d{{1,2}})?(?: \((?:red|eds?)\.?\))?$"
)
INVERTED_AT_END = re.compile(rf"(?<![\w'-]){INVERTED} ?$")
ALL_AUTHORS = re.compile(rf"{AUTHORS}(?:'s?)?(?: (?:red|eds?)\.?)?")
FOLLOWING_YEARS = re.compile(YEARS)
ANY_YEAR = re.compile(YEAR)
PARTICLES_AT_START = re.compile(rf"{_PARTICLES}{{1,4}}")
INITIALS_AT_START = re.compile(rf"{_INITIALS} ?(?={_PARTICLES}|[{UPPER}])")
INITIAL_AT_END = re.compile(rf", [{UPPER}]\.?$")
INVERTED_NAME = re.compile(
    rf"(?P<surname>{_FEW_PARTICLES}{_SURNAME}), {_INITIALS} ?"
    rf"(?P<particle>{_PARTICLE}(?= ?[,&(]| en | and |$))?"
)

_NUMBERED = "|".join(sorted(word for word in lexicon().known if word[-1].isdigit()))
_WORD = rf"(?:(?i:{_NUMBERED})(?!\w)|(?:'s-)?[{UPPER}][\w'&-]*(?<!\d))"
_LINK = r"(?:van|voor|en|of|de|der|den|het|in|for|and|the|on|&|te|to|tegen|'t|bij)"
_HEAD = r"(?:[a-z]+(?:-[A-Z]\w+(?: [A-Z]\w+){0,4})?)"
_SMALL = r"(?: (?:ombudsman|rekenkamer|inspectie|raad|commissie))"
_TAIL = rf"(?:,?(?: {_LINK}){{0,3}} {_WORD}){{0,{_MOST}}}{_SMALL}?"
CHAIN = rf"(?:{_HEAD} (?:{_LINK} ){{0,2}})?{_WORD}{_TAIL}"
CHAIN_AT_END = re.compile(rf"(?<![\w'-])(?:{CHAIN}|{_HEAD}-[{UPPER}][\w ]*)$")
WHOLE_CHAIN = re.compile(rf"(?:{CHAIN}|{_HEAD}-[{UPPER}][\w ]*)")
