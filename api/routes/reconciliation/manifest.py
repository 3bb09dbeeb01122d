"""The manifest of the service in both versions: what it offers, and where."""

from importlib.metadata import version
from typing import Any

from api.routes.reconciliation.extending import AS_OF

NAME = "核证 登记库"
SPACE = "https://hezheng.invalid/registries/"
"""A name for the ids, no address: the registries are wherever the service is."""
WIDTH, HEIGHT = 480, 320
BATCH = 50


def manifest_02(base: str, types: list[dict[str, str]]) -> dict[str, Any]:
    """The manifest of 0.2.

    Args:
        base: the address of the endpoint, without a slash at its end.
        types: the kinds that are loaded.
    """
    return {
        "versions": ["0.2"],
        "name": NAME,
        "identifierSpace": SPACE,
        "schemaSpace": f"{SPACE}kinds",
        "defaultTypes": types,
        "serviceVersion": version("hezheng"),
        "batchSize": BATCH,
        "view": {"url": f"{base}/view?id={{{{id}}}}"},
        "preview": {"url": f"{base}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": {name: _suggest(base, name) for name in ("entity", "property", "type")},
        "extend": {
            "propose_properties": {"service_url": base, "service_path": "/extend/propose"},
            "property_settings": [AS_OF],
        },
    }


def _suggest(base: str, name: str) -> dict[str, str]:
    return {
        "service_url": base,
        "service_path": f"/suggest/{name}",
        "flyout_service_url": base,
        "flyout_service_path": f"/flyout/{name}?id=${{id}}",
    }


def manifest_10(base: str, types: list[dict[str, str]]) -> dict[str, Any]:
    """The manifest of 1.0-draft.

    Args:
        base: the address of the endpoint, without a slash at its end.
        types: the kinds that are loaded.
    """
    setting = {"id": AS_OF["name"], "name": AS_OF["label"], "type": "text", "helpText": AS_OF["help_text"]}
    return {
        "versions": ["1.0-draft"],
        "name": NAME,
        "lang": "zh",
        "defaultTypes": types,
        "serviceVersion": version("hezheng"),
        "batchSize": BATCH,
        "standardizedScore": True,
        "view": {"url": f"{base}/view?id={{id}}"},
        "preview": {"width": WIDTH, "height": HEIGHT},
        "suggest": {"entity": True, "property": True, "type": True},
        "extend": {"proposeProperties": True, "propertySettings": [setting]},
    }
