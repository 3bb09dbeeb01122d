"""What a row is known by: its number in canonical form, the registry's own key, or a hash of its content."""

from collections.abc import Mapping, Sequence

from registries.compare.columns import number_key
from registries.importing.days import day_of
from registries.importing.entries import Texts
from registries.schema import Column, Kind, Role
from registries.values.names import normalize_name


def checked(column: Column, texts: Texts) -> tuple[Texts, dict[int, str], list[int]]:
    """The keys of numbers, what is doubtful about which, and which have not the shape that they must have.

    Args:
        column: a column that holds numbers.
        texts: its texts.
    """
    identifier = column.identifier
    if not any(texts):
        return texts, {}, []
    if identifier is None:
        return [number_key(None, text) if text else "" for text in texts], {}, []
    canonical, sound = identifier.checked_all(texts)
    if all(sound):
        return canonical, {}, []
    shapeless = [at for at, key in enumerate(canonical) if not key and texts[at]]
    keys = [
        key or (number_key(None, text) if text else "") for key, text in zip(canonical, texts, strict=True)
    ]
    wrong = {
        at: f"{column.labels[0]}“{texts[at]}”未通过{identifier.TITLE}的格式或校验"
        for at, right in enumerate(sound)
        if not right and texts[at]
    }
    return keys, wrong, shapeless if identifier.CHECKED else []


def ids_of(kind: Kind, columns: Mapping[str, Texts], numbers: Texts, contents: Texts) -> Texts:
    """The registry's own keys; a company without number is known by its name, all else by its content.

    Args:
        kind: the kind of registry.
        columns: its columns by name.
        numbers: the key of each row's number, empty where it has none.
        contents: the hash of each row's content.
    """
    if not kind.key:
        return [content[:24] for content in contents]
    if not kind.dated and all(numbers):
        return numbers
    holders = [columns[column.name] for column in kind.by_role(Role.COMPANY)]
    return [
        _id(kind, number or _holder(holders, at), columns, at) or contents[at][:24]
        for at, number in enumerate(numbers)
    ]


def _id(kind: Kind, head: str, columns: Mapping[str, Texts], at: int) -> str:
    if not head or not kind.dated:
        return head
    text = columns[kind.dated][at]
    return f"{head}@{day_of(text) or text}"


def _holder(holders: Sequence[Texts], at: int) -> str:
    return next((normalize_name(texts[at]) for texts in holders if texts[at]), "")
