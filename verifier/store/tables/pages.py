"""Pages as they were read: for search, and for workers on other machines."""

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from verifier.store.tables.base import Base, Big


class PageText(Base):
    """What stands on a page of evidence, for search; its pairs of characters are indexed beside it."""

    __tablename__ = "page_texts"
    __table_args__ = (Index("ix_page_texts_application", "application_id"),)
    id: Mapped[int] = mapped_column(Big, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenants.id"))
    application_id: Mapped[str] = mapped_column(ForeignKey("applications.id"))
    file: Mapped[str] = mapped_column(String(500))
    sha256: Mapped[str] = mapped_column(String(64))
    page: Mapped[int]
    text: Mapped[str] = mapped_column(Text)


class SharedPage(Base):
    """A page as it was read, for workers on other machines."""

    __tablename__ = "pages"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    page: Mapped[int] = mapped_column(primary_key=True)
    reader: Mapped[str] = mapped_column(String(100), primary_key=True)
    body: Mapped[bytes]
