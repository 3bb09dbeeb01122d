"""The registries as a Reconciliation API: what a client such as OpenRefine asks, it answers as specified."""

import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI

from api.routes.reconciliation.app import mount, reconciliation_app
from registries.intake import import_table
from registries.shelf import Shelf

with warnings.catch_warnings():  # it would rather have a successor of httpx
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

SCHEMAS = Path(__file__).parents[3] / "shared" / "reconciliation"
COMPANIES = """uscc,name,former_names,legal_representative,registered_capital_wan,address
91330201MA2AGX576R,宁波启衡诺工业软件有限公司,宁波启衡软件有限公司@2015-03-01..2019-06-30,王一,5000,宁波市示例路1号
91330205MA2CK8W304,宁波恒悦物联网科技股份有限公司,,李二,800,宁波市示例路2号
91330203MA281C4E64,宁波启恒诺工业软件有限公司,,赵三,100,<b>路</b>
"""
PATENTS = """application_no,kind,title,owners,grant_date,status
201910876543.2,发明,一种设备数据采集方法及系统,宁波启衡诺工业软件有限公司;示例大学,2021-05-18,有效
"""
NAME = "宁波启衡诺工业软件有限公司"
ENTITY = "companies:91330201MA2AGX576R"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("registries")
    for kind, text in (("companies", COMPANIES), ("patents", PATENTS)):
        (folder / f"{kind}.csv").write_text(text, "utf-8")
        import_table(kind, folder / f"{kind}.csv", folder / "r.db")
    shelf = Shelf(folder / "r.db")
    yield TestClient(reconciliation_app(shelf.borrow), headers={"Origin": "http://127.0.0.1:3333"})
    shelf.close()


def ask(client: TestClient, query: dict[str, Any]) -> list[dict[str, Any]]:
    """As OpenRefine asks: a form with the field `queries`."""
    answer = client.post("/", data={"queries": json.dumps({"q0": query})})
    assert answer.status_code == 200, answer.text
    return check("0.2", "reconciliation-result-batch", answer.json())["q0"]["result"]  # type: ignore[no-any-return]


def match(client: TestClient, **query: Any) -> list[dict[str, Any]]:
    answer = client.post("/1.0/match", json={"queries": [query]})
    assert answer.status_code == 200, answer.text
    return check("1.0-draft", "reconciliation-result-batch", answer.json())["results"][0]["candidates"]  # type: ignore[no-any-return]


def check(version: str, name: str, answer: dict[str, Any]) -> dict[str, Any]:
    """Holds an answer against the official schema where that is at hand, and gives it back."""
    if SCHEMAS.exists():
        from jsonschema import validators
        from referencing import Registry
        from referencing.jsonschema import DRAFT4, DRAFT7

        swagger = json.loads((SCHEMAS / "0.2/schemas/openapi.json").read_text("utf-8"))
        known = Registry().with_resource("http://swagger.io/v2/schema.json", DRAFT4.create_resource(swagger))
        for file in (SCHEMAS / version / "schemas").glob("*.json"):
            schema = json.loads(file.read_text("utf-8"))
            base = schema.get("$id", "").rsplit("/", 1)[0]
            for address in {schema.get("$id"), f"{base}/{file.name}", file.name} - {None}:
                known = known.with_resource(address, DRAFT7.create_resource(schema))
        schema = json.loads((SCHEMAS / version / "schemas" / f"{name}.json").read_text("utf-8"))
        validators.Draft7Validator(schema, registry=known).validate(answer)
    return answer


def test_the_official_schemas_are_at_hand() -> None:
    if not SCHEMAS.exists():
        pytest.skip("../shared/reconciliation is not there: answers were checked by these tests alone")
    with pytest.raises(Exception, match="required"):
        check("0.2", "reconciliation-result-batch", {"q0": {"result": [{"id": "no name"}]}})


@pytest.mark.parametrize(("path", "version"), [("/", "0.2"), ("/1.0", "1.0-draft")])
def test_the_manifests(client: TestClient, path: str, version: str) -> None:
    manifest = check(version, "manifest", client.get(path).json())
    assert manifest["versions"] == [version]
    assert [each["id"] for each in manifest["defaultTypes"]] == ["companies", "patents"]
    view = manifest["view"]["url"]
    assert client.get(view.replace("{{id}}", quote(ENTITY)).replace("{id}", quote(ENTITY))).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/", "/1.0", "/suggest/entity?prefix=宁波", "/suggest/type", "/extend/propose", "/preview?id=none"],
)
def test_every_endpoint_is_open_to_other_origins(client: TestClient, path: str) -> None:
    assert client.get(path).headers["access-control-allow-origin"] == "*"
    preflight = client.options(path, headers={"Access-Control-Request-Method": "POST"})
    assert preflight.headers["access-control-allow-origin"] == "*"
    refused = client.post("/", data={"queries": "{"})
    assert (refused.status_code, refused.headers["access-control-allow-origin"]) == (400, "*")


def test_a_name_is_matched_and_its_sister_is_not(client: TestClient) -> None:
    found = ask(client, {"query": NAME, "type": "companies", "type_strict": "should"})
    assert (found[0]["id"], found[0]["match"]) == (ENTITY, True)
    assert [each["match"] for each in found[1:]] == [False] * (len(found) - 1)
    assert found[0]["type"] == [{"id": "companies", "name": "企业登记信息"}]
    assert {each["id"] for each in found[0]["features"]} >= {"certain", "name"}
    assert ask(client, {"query": "宁波启衡洛工业软件有限公司", "type": "companies"})[0]["match"] is False


def test_a_number_an_id_and_a_former_name(client: TestClient) -> None:
    for query in ("9133 0201 MA2A GX57 6R", ENTITY, "宁波启衡软件有限公司"):
        assert ask(client, {"query": query, "type": ["companies"]})[0]["id"] == ENTITY


def test_properties_move_the_score_and_contradictions_forbid_a_match(client: TestClient) -> None:
    right = {"pid": "legal_representative", "v": "王一"}
    wrong = {"pid": "legal_representative", "v": ["赵三"]}
    name = "宁波启衡诺工业软件有限公可"
    assert ask(client, {"query": name, "type": "companies"})[0]["match"] is False
    assert ask(client, {"query": name, "type": "companies", "properties": [right]})[0]["match"] is True
    forged = ask(client, {"query": "91330201MA2AGX576R", "type": "companies", "properties": [wrong]})[0]
    assert (forged["id"], forged["match"]) == (ENTITY, False)
    assert any("人员不同" in forged["description"] for _ in [0])


def test_conditions_of_the_draft_filter(client: TestClient) -> None:
    name = {"matchType": "name", "propertyValue": NAME}
    same = {
        "matchType": "property",
        "propertyId": "legal_representative",
        "propertyValue": "赵三",
        "required": True,
    }
    assert [each["id"] for each in match(client, type="companies", conditions=[name, same])] == [
        "companies:91330203MA281C4E64"
    ]
    none = {**same, "propertyValue": "王一", "required": False, "matchQuantifier": "none"}
    assert ENTITY not in [each["id"] for each in match(client, type="companies", conditions=[name, none])]
    by_id = {"matchType": "id", "propertyValue": ENTITY}
    assert match(client, type="companies", conditions=[by_id])[0]["id"] == ENTITY


def test_without_a_type_all_registries_are_asked_and_limits_are_kept(client: TestClient) -> None:
    kinds = {each["type"][0]["id"] for each in ask(client, {"query": NAME})}
    assert kinds == {"companies", "patents"}
    assert len(ask(client, {"query": NAME, "limit": 1})) == 1


def test_nothing_found_no_answer_and_nonsense_are_three_things(client: TestClient) -> None:
    assert ask(client, {"query": "@@@", "type": "companies"}) == []
    away = client.post("/", data={"queries": '{"q0": {"query": "GB/T 1", "type": "standards"}}'})
    assert (away.status_code, away.json()["code"]) == (503, "REGISTRY_NOT_ASKED")
    unknown = client.post("/", data={"queries": '{"q0": {"query": "x", "type": "cars"}}'})
    assert (unknown.status_code, unknown.json()["code"]) == (400, "UNKNOWN_KIND")
    many = {f"q{n}": {"query": "x"} for n in range(51)}
    assert client.post("/", data={"queries": json.dumps(many)}).status_code == 413
    assert client.post("/", data={"queries": '{"q0": {"limit": "many"}}'}).status_code == 400
    assert client.post("/").status_code == 400
    assert client.post("/1.0/match", json={"queries": [{"conditions": []}]}).status_code == 422


def test_suggestions(client: TestClient) -> None:
    entities = check(
        "0.2", "suggest-entities-response", client.get("/suggest/entity?prefix=宁波启衡诺").json()
    )
    assert entities["result"][0]["id"] == ENTITY
    by_number = client.get("/suggest/entity?prefix=2019108").json()["result"]
    assert [each["id"] for each in by_number] == ["patents:2019108765432"]
    properties = check(
        "0.2", "suggest-properties-response", client.get("/suggest/property?prefix=法定").json()
    )
    assert {"id": "legal_representative", "name": "法定代表人"} in properties["result"]
    types = check("1.0-draft", "suggest-types-response", client.get("/1.0/suggest/type?prefix=专利").json())
    assert [each["id"] for each in types["result"]] == ["patents"]
    for name, id_ in (("entity", ENTITY), ("type", "patents"), ("property", "title")):
        assert client.get(f"/flyout/{name}", params={"id": id_}).json()["id"] == id_


def test_a_preview_shows_the_record_and_no_markup_of_it(client: TestClient) -> None:
    page = client.get("/preview", params={"id": "companies:91330203MA281C4E64"})
    assert "宁波启恒诺工业软件有限公司" in page.text
    assert "&lt;b&gt;路" in page.text
    assert "script" not in page.text
    assert client.get("/preview", params={"id": "companies:none"}).status_code == 404


def test_data_extension(client: TestClient) -> None:
    wanted = {
        "ids": ["patents:2019108765432", "patents:none"],
        "properties": [
            {"id": "owners"},
            {"id": "grant_date"},
            {"id": "status", "settings": {"as_of": "2022-01-01"}},
        ],
    }
    answer = client.post("/", data={"extend": json.dumps(wanted)}).json()
    check("0.2", "data-extension-response", answer)
    assert answer["rows"]["patents:2019108765432"] == {
        "owners": [{"str": NAME}, {"str": "示例大学"}],
        "grant_date": [{"date": "2021-05-18T00:00:00Z"}],
        "status": [{"str": "有效"}],
    }
    assert answer["rows"]["patents:none"]["owners"] == []
    draft = check("1.0-draft", "data-extension-response", client.post("/1.0/extend", json=wanted).json())
    assert [row["id"] for row in draft["rows"]] == wanted["ids"]
    proposed = client.get("/extend/propose?type=companies").json()
    check("0.2", "data-extension-property-proposal", proposed)
    assert {"id": "registered_capital_wan", "name": "注册资本"} in proposed["properties"]


def test_it_can_be_mounted_below_a_path(client: TestClient) -> None:
    outer = FastAPI()
    mount(outer, "/reconcile", client.app.state.lend)  # type: ignore[attr-defined]
    inside = TestClient(outer, follow_redirects=False, headers={"Origin": "http://127.0.0.1:3333"})
    for path in ("/reconcile", "/reconcile/"):
        answer = inside.get(path)
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.json()["view"]["url"] == "http://testserver/reconcile/view?id={{id}}"
    asked = inside.post("/reconcile", data={"queries": json.dumps({"q0": {"query": NAME}})})
    assert asked.json()["q0"]["result"][0]["id"] == ENTITY
    assert (
        inside.get("/reconcile/1.0").json()["view"]["url"] == "http://testserver/reconcile/1.0/view?id={id}"
    )
    assert inside.get(f"/reconcile/1.0/view?id={quote(ENTITY)}").status_code == 200
