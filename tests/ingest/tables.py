# ruff: noqa: E501  the rows of the tables are as long as they are
"""The smallest data folder that conforms, to change at will."""

from __future__ import annotations

from pathlib import Path

STUDY = "studies/study-one"

TABLES = {
    "thesaurus/domains": """id,labelNl,labelEn,order
unspecified,Domein niet genoemd,Domain not stated,0
youth,Jeugd,Youth,10
""",
    "thesaurus/elements": """id,labelNl,labelEn,definitionNl,definitionEn,placedIn,broader,order
practical-help,Praktische hulp,Practical help,Helpen met wat nu speelt.,Help with what is at hand.,task-alliance,,1
trust,Vertrouwen,Trust,Ervan op aan kunnen.,Being able to rely on it.,values|personal-alliance,,1
""",
    "sources/sources": """id,shortName,sourceType,year,spellings
jansen-2015,Jansen 2015,report,2015,"Jansen, 2015|Jansen e.a. (2015)"
smit-2012,Smit 2012,unknown,2012,"Smit, 2012"
study-one,Study one,report,2018,
""",
    f"{STUDY}/passages": """id,section,partNl,partEn
p1,4.1,lijst 1,list 1
p2,4.2,,
""",
    f"{STUDY}/citations": """id,printedForm,mode,relayedBy,foundAt
c1,"Jansen, 2015",read,,p1
c2,"Jansen e.a. (2015)",read,,p2
c3,"Smit, 2012",relayed,jansen-2015,p2
""",
    f"{STUDY}/findings": """id,about,inDomain,direction,paraphraseNl,paraphraseEn,foundAt,restsOn
f1,practical-help,,supports,Praktische hulp wekt vertrouwen.,Practical help raises trust.,p1,c1
f2,practical-help,youth,conditional,Alleen als het past.,Only if it fits.,p2,c2|c3
f3,trust,,supports,Vertrouwen is nodig.,Trust is needed.,p2,
""",
    f"{STUDY}/relations": """id,startsAt,endsAt,kind,paraphraseNl,paraphraseEn,foundAt,restsOn
r1,practical-help,trust,contributes-to,Het een wekt het ander.,The one raises the other.,p1,c1
""",
    f"{STUDY}/reported-strengths": """id,strengthOf,inDomain,wordNl,wordEn,reportedBy,foundAt,restsOn
s1,practical-help,youth,sterk,strong,jansen-2015,p2,c2
""",
    f"{STUDY}/exceptions": """id,qualifies,conditionNl,conditionEn,consequenceNl,consequenceEn,foundAt,restsOn
x1,practical-help,Bij gevaar.,In danger.,Dan eerst veiligheid.,Then safety first.,p2,c2
""",
}


class DataFolder:
    """A data folder in a temporary place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for name, text in TABLES.items():
            self.write(name, text)

    def file(self, name: str) -> Path:
        """Path of a table."""
        return self.path / f"{name}.csv"

    def text(self, name: str) -> str:
        """Text of a table."""
        return self.file(name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a table anew."""
        self.file(name).parent.mkdir(parents=True, exist_ok=True)
        self.file(name).write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Change a text that stands once in a table."""
        text = self.text(name)
        assert text.count(old) == 1, (name, old)
        self.write(name, text.replace(old, new))


AROUND = {
    "thesaurus/perspectives": """id,labelNl,labelEn,definitionNl,definitionEn,order
client,Cliënt,Client,Vanuit de cliënt.,From the client.,1
""",
    "sources/studies": """id,labelNl,labelEn,evidenceKind,noteNl,noteEn
the-study,Het onderzoek,The study,qualitative,Eén gemeente.,One municipality.
""",
    "sources/sources": """id,shortName,sourceType,year,spellings,originatesFrom
jansen-2015,Jansen 2015,report,2015,"Jansen, 2015|Jansen e.a. (2015)",the-study
de-boer-2016,De Boer 2016,report,2016,"De Boer, 2016",the-study
smit-2012,Smit 2012,unknown,2012,"Smit, 2012",
study-one,Study one,report,2018,,
""",
    f"{STUDY}/citations": """id,printedForm,mode,relayedBy,foundAt
c1,"Jansen, 2015",read,,p1
c2,"Jansen e.a. (2015)",read,,p2
c3,"Smit, 2012",relayed,jansen-2015,p2
c4,"De Boer, 2016",read,,p2
""",
    f"{STUDY}/findings": """id,about,inDomain,direction,paraphraseNl,paraphraseEn,foundAt,restsOn
f1,practical-help,,supports,Praktische hulp wekt vertrouwen.,Practical help raises trust.,p1,c1
f2,practical-help,youth,conditional,Alleen als het past.,Only if it fits.,p2,c2|c3|c4
f3,trust,,supports,Vertrouwen is nodig.,Trust is needed.,p2,
""",
    f"{STUDY}/conditions": """id,holdsFor,conditionNl,conditionEn,foundAt,restsOn
k1,practical-help,Het past.,It fits.,p2,c2
""",
    f"{STUDY}/contradictions": """id,between,paraphraseNl,paraphraseEn,foundAt
t1,f1|f2,Altijd of soms?,Always or sometimes?,p2
""",
    f"{STUDY}/recommendations": """id,labelNl,labelEn,paraphraseNl,paraphraseEn,restsOnElement,restsOnFinding,order,foundAt,restsOn
a1,Help,Help,Help echt.,Really help.,practical-help|trust,f1|f2,1,p2,c1
""",
    f"{STUDY}/knowledge-gaps": """id,gapKind,paraphraseNl,paraphraseEn,about,inDomain,seenFrom,foundAt,restsOn
g1,open-question,Voor wie?,For whom?,trust,youth,client,p1,
""",
    f"{STUDY}/search-protocols": """id,systematic,questionNl,questionEn,termsNl,termsEn,searchedInNl,searchedInEn,fromYear,exclusionsNl,exclusionsEn,covers,searchesFor,foundAt
z1,true,Wat helpt?,What helps?,een|twee,one|two,Databases,Databases,2012,scripties,theses,youth,trust,p1
""",
    f"{STUDY}/cases": """id,labelNl,labelEn,paraphraseNl,paraphraseEn,foundAt,restsOn
c1,Anna,Anna,Zij zocht een huis.,She looked for a house.,p1,
""",
    f"{STUDY}/practice-voices": """id,speaker,about,fromCase,paraphraseNl,paraphraseEn,foundAt,restsOn
v1,client,practical-help,c1,Het hielp.,It helped.,p1,
""",
    f"{STUDY}/definitions": """id,labelNl,labelEn,paraphraseNl,paraphraseEn,defines,foundAt,restsOn
d1,praktische hulp,practical help,Wat nu moet.,What has to be done now.,practical-help,p1,c1
""",
    f"{STUDY}/statistics": """id,labelNl,labelEn,figure,baseNl,baseEn,period,noteNl,noteEn,foundAt,restsOn
n1,huishoudens,households,11%,alle,all,2015,Onduidelijk.,Unclear.,p1,c1
""",
    f"{STUDY}/open-points": """id,openKind,paraphraseNl,paraphraseEn,concerns,foundAt
o1,missing,Geen titel.,No title.,jansen-2015,p1
""",
    f"{STUDY}/element-lists": """id,labelNl,labelEn,members,foundAt
l1,Lijst,List,practical-help|trust,p1
l2,Andere lijst,Other list,practical-help,p2
""",
    f"{STUDY}/curation": """id,action,performedBy,performedOn,paraphraseNl,paraphraseEn
h1,read,A. Lezer,2026-11-25,Gelezen.,Read.
""",
    "releases/releases": """id,version,releasedOn,noteNl,noteEn
v1,1.0.0,2026-11-25,De eerste.,The first.
""",
}
"""One record of every kind that stands around the findings, on top of the smallest folder."""
