"""PDF files: broken, locked, endless, empty."""

import io
from collections.abc import Iterator, Sequence

from tests.hostile.case import Case

STORY = "Twelve people were killed on Monday, police said."


def pdf(
    pages: Sequence[str], *, kids: str | None = None, trailer: str = "", content: str | None = None
) -> bytes:
    """A whole PDF file with one line of text a page. ``kids`` replaces the tree's children."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    numbers = []
    for text in pages:
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        stream = content if content is not None else f"BT /F1 12 Tf 72 720 Td ({escaped}) Tj ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        numbers.append(len(objects))
    tree = kids if kids is not None else " ".join(f"{n} 0 R" for n in numbers)
    objects[1] = f"<< /Type /Pages /Kids [{tree}] /Count {len(pages)} >>"
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    out.write(
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
        f"startxref\n{start}\n%%EOF\n".encode()
    )
    return out.getvalue()


def locked(password: str) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([STORY])))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def cases() -> Iterator[Case]:
    def case(name: str, data: bytes, *failures: str, contains: tuple[str, ...] = ()) -> Case:
        return Case(f"pdf/{name}.pdf", data, failures=failures, contains=contains)

    whole = pdf([STORY])
    read = (STORY,)
    yield case("good", whole, contains=read)
    yield case("two-pages", pdf([STORY, "A second page."]), contains=(STORY, "A second page."))
    yield Case("pdf/named.txt", whole, contains=read)
    yield Case("pdf/named.html", whole, contains=read)
    yield Case("pdf/no-ending", whole, contains=read)
    yield case("empty", b"", "not a PDF")
    yield case("header-only", b"%PDF-1.4\n", "PDF")
    yield case("header-and-noise", b"%PDF-1.4\n" + bytes(range(256)) * 40, "PDF")
    for share in (10, 30, 50):
        yield case(f"cut-{share}", whole[: len(whole) * share // 100], "")
    yield case("no-xref", whole.replace(b"xref\n0", b"xxxx\n0"), "broken")
    yield case("wrong-xref", whole.replace(b"00000 n", b"00007 n"), contains=read)
    yield case("no-root", whole.replace(b"/Root 1 0 R", b""), contains=read)
    yield case("root-is-missing", whole.replace(b"/Root 1 0 R", b"/Root 99 0 R"), contains=read)
    yield case("no-pages", pdf([]), "holds no text")
    yield case("blank-page", pdf([""]), "holds no text")
    yield case("spaces-page", pdf(["    "]), "holds no text")
    yield case("cyclic-tree", pdf([STORY], kids="2 0 R"), "")
    yield case("page-is-its-parent", pdf([STORY], kids="5 0 R 2 0 R 5 0 R"), "")
    yield case("missing-kid", pdf([STORY], kids="77 0 R"), "")
    yield case("previous-is-itself", pdf([STORY], trailer="/Prev 9"), contains=read)
    yield case("locked", locked("secret"), "encrypted")
    yield case("owner-locked", locked(""), contains=read)
    yield case(
        "aes-unknown",
        pdf(
            [STORY],
            trailer="/Encrypt << /Filter /Standard /V 5 /R 6 /O (x) /U (x) /P -1 >> /ID [(a) (b)]",
        ),
        "",
    )
    yield case(
        "custom-lock", pdf([STORY], trailer="/Encrypt << /Filter /Mine /V 9 >> /ID [(a) (b)]"), ""
    )
    yield case("nested-arrays", pdf([STORY], content="[" * 5000), "")
    yield case(
        "endless-text",
        pdf([STORY], content="BT /F1 12 Tf " + "(x) Tj " * 100_000 + "ET"),
        contains=("xxx",),
    )
    yield case("unclosed-string", pdf([STORY], content="BT /F1 12 Tf (" + "x" * 10_000), "")
    yield case("huge-number", pdf([STORY], content=f"BT /F1 {'9' * 5000} Tf ({STORY}) Tj ET"), "")
    yield case("many-kids", pdf([STORY], kids="5 0 R " * 5_000), "")
    yield case("text-before-header", b"\n" + whole, contains=read)
