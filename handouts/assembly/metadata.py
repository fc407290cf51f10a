"""What a file says of itself: XMP, document information and output intent, from the same details.

PDF/A wants XMP to name the parts of the standards that the file keeps, and to describe every schema it does
not know itself; PDF/UA's is one of these (ISO 19005-2, 6.6.2.3 and 6.6.4; ISO 14289-1, 5).
"""

from datetime import UTC, datetime
from functools import cache
from html import escape
from pathlib import Path

from pypdf.generic import DictionaryObject, StreamObject

from handouts import VERSION
from handouts.body import Details
from handouts.pdf.objects import Objects, Value, dictionary, stream, text

_PROFILE = Path(__file__).parents[1] / "icc" / "sRGB.icc"
_PRODUCER = f"handouts {VERSION}"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def xmp(details: Details) -> StreamObject:
    """Return the metadata stream (ISO 32000-1, 14.3.2)."""
    packet = _PACKET.format(
        title=escape(details.title, quote=False),
        author=escape(details.author, quote=False),
        subject=escape(details.subject, quote=False),
        language=escape(details.language, quote=False),
        keywords=escape(", ".join(details.keywords), quote=False),
        producer=escape(_PRODUCER, quote=False),
        moment=_utc(details.modified).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    return stream(packet.encode(), {"/Type": "/Metadata", "/Subtype": "/XML"})


def information(details: Details) -> DictionaryObject:
    """Return the document information dictionary (14.3.3), the same in older words."""
    moment = text(_utc(details.modified).strftime("D:%Y%m%d%H%M%SZ"))
    return dictionary({
        "/Title": text(details.title),
        "/Author": text(details.author),
        "/Subject": text(details.subject),
        "/Keywords": text(", ".join(details.keywords)),
        "/Creator": text(_PRODUCER),
        "/Producer": text(_PRODUCER),
        "/CreationDate": moment,
        "/ModDate": moment,
    })  # fmt: skip


def output_intent(objects: Objects) -> Value:
    """Return the output intent: colours in this file are sRGB (ISO 19005-2, 6.2.3)."""
    profile = objects.add(stream(_profile(), {"/N": 3}))
    condition = text("sRGB IEC61966-2.1")
    return {
        "/Type": "/OutputIntent",
        "/S": "/GTS_PDFA1",
        "/OutputConditionIdentifier": condition,
        "/Info": condition,
        "/DestOutputProfile": profile,
    }


@cache
def _profile() -> bytes:
    return _PROFILE.read_bytes()


def _utc(moment: datetime) -> datetime:
    """A moment without a time zone is taken for UTC, so that the machine's own zone never matters."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
