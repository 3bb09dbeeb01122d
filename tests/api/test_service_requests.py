"""What every request may rely on: one answer for one key, problems with codes, cursors, guards of browsers."""

import hashlib
from concurrent.futures import ThreadPoolExecutor

from tests.api.conftest import PASSWORD, Api
from verifier.store.accounts.roles import Role


def test_the_same_key_gives_the_saved_answer(api: Api) -> None:
    headers = {"Idempotency-Key": "k-1"}
    first = api.call("POST", "/applications", json={"title": "甲"}, headers=headers)
    again = api.call("POST", "/applications", json={"title": "甲"}, headers=headers)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert len(api.call("GET", "/applications").json()["items"]) == 1


def test_the_same_key_for_something_else_is_refused(api: Api) -> None:
    headers = {"Idempotency-Key": "k-1"}
    api.call("POST", "/applications", json={"title": "甲"}, headers=headers)
    other = api.call("POST", "/applications", json={"title": "乙"}, headers=headers)
    assert (other.status_code, other.json()["code"]) == (422, "KEY_REUSED")


def test_a_refusal_is_not_saved(api: Api) -> None:
    id_ = api.application(form={"company_name": "某公司"})
    headers = {"Idempotency-Key": "k-1"}
    refused = api.call("POST", f"/applications/{id_}/submit", headers=headers)
    assert refused.json()["code"] == "EVIDENCE_MISSING"
    api.call("PUT", f"/applications/{id_}/evidence?name=a.pdf", content=b"%PDF-1.7")
    assert api.call("POST", f"/applications/{id_}/submit", headers=headers).status_code == 202


def test_fifty_at_once_with_one_key_do_one_thing(api: Api) -> None:
    def submit(_: int) -> int:
        answer = api.call("POST", "/applications", json={"title": "甲"}, headers={"Idempotency-Key": "storm"})
        return answer.status_code

    with ThreadPoolExecutor(16) as pool:
        statuses = set(pool.map(submit, range(50)))
    assert statuses <= {201, 409}
    assert len(api.call("GET", "/applications").json()["items"]) == 1


def test_every_error_is_a_problem_with_a_chinese_title(api: Api) -> None:
    asked = [
        api.call("GET", "/applications/app_none"),
        api.call("GET", "/nowhere"),
        api.call("PATCH", "/applications"),
        api.call("POST", "/applications", json={"title": ""}),
        api.http.get("/api/v1/applications"),
    ]
    codes = ["NOT_FOUND", "NOT_FOUND", "METHOD_NOT_ALLOWED", "INVALID", "NOT_SIGNED_IN"]
    for answer, code in zip(asked, codes, strict=True):
        assert answer.headers["content-type"] == "application/problem+json"
        told = answer.json()
        assert (told["code"], told["status"]) == (code, answer.status_code)
        assert any("\u4e00" <= c <= "\u9fff" for c in told["title"])


def test_a_list_comes_in_portions_and_nothing_twice(api: Api) -> None:
    made = [api.application() for _ in range(7)]
    seen: list[str] = []
    cursor = ""
    while True:
        page = api.call("GET", f"/applications?limit=3{cursor}").json()
        seen += [item["id"] for item in page["items"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert seen == made[::-1]


def test_bytes_that_changed_on_the_way_are_refused(api: Api) -> None:
    id_ = api.application()
    answer = api.call(
        "PUT", f"/applications/{id_}/evidence?name=a.pdf", content=b"abc", headers={"X-SHA256": "0" * 64}
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "DIGEST_MISMATCH")
    right = {"X-SHA256": hashlib.sha256(b"abc").hexdigest()}
    answer = api.call("PUT", f"/applications/{id_}/evidence?name=a.pdf", content=b"abc", headers=right)
    assert answer.json()["sha256"] == right["X-SHA256"]


def test_names_stay_within_their_folder(api: Api) -> None:
    id_ = api.application()
    for name in ("../a.pdf", "/etc/passwd", "a//b", "..", "a%00b", "a%0Ab", "x/../../y"):
        answer = api.call("PUT", f"/applications/{id_}/evidence?name={name}", content=b"abc")
        assert answer.status_code == 422, name
    hostile = "<script>alert(1)</script>=cmd|'.pdf"
    answer = api.call("PUT", f"/applications/{id_}/evidence", params={"name": hostile}, content=b"abc")
    assert answer.status_code == 200 or answer.json()["code"] == "INVALID"


def test_the_same_file_again_changes_nothing_and_another_takes_its_place(api: Api) -> None:
    id_ = api.application()
    put = f"/applications/{id_}/evidence?name=a.pdf"
    first = api.call("PUT", put, content=b"one").json()
    assert api.call("PUT", put, content=b"one").json() == first
    second = api.call("PUT", put, content=b"two").json()
    assert [f["id"] for f in api.call("GET", f"/applications/{id_}/files").json()] == [second["id"]]


def test_a_person_signs_in_and_must_show_the_pages_token(api: Api) -> None:
    answer = api.http.post("/api/v1/session", json={"login": "lead.0", "password": PASSWORD})
    assert answer.status_code == 201
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert api.http.get("/api/v1/session").json()["role"] == "lead"
    without = api.http.post("/api/v1/applications", json={"title": "甲"})
    assert (without.status_code, without.json()["code"]) == (403, "CSRF_MISSING")
    shown = {"X-CSRF-Token": answer.json()["csrf"]}
    assert api.http.post("/api/v1/applications", json={"title": "甲"}, headers=shown).status_code == 201
    assert api.http.delete("/api/v1/session", headers=shown).status_code == 204
    assert api.http.get("/api/v1/session").status_code == 401


def test_wrong_passwords_make_an_account_wait(api: Api) -> None:
    def sign_in(password: str) -> str:
        answer = api.http.post("/api/v1/session", json={"login": "reviewer.0", "password": password})
        return str(answer.json().get("code", "in"))

    assert [sign_in("falsch-falsch") for _ in range(5)] == ["NOT_SIGNED_IN"] * 5
    assert sign_in(PASSWORD) == "LOGIN_WAIT"
    nobody = api.http.post("/api/v1/session", json={"login": "nobody", "password": "x"})
    assert nobody.json()["code"] == "NOT_SIGNED_IN"


def test_a_second_factor_is_asked_for_and_taken_once(api: Api) -> None:
    import pyotp

    signed = api.http.post("/api/v1/session", json={"login": "lead.1", "password": PASSWORD}).json()
    shown = {"X-CSRF-Token": signed["csrf"]}
    secret = api.http.post("/api/v1/session/totp", headers=shown).json()["secret"]
    code = pyotp.TOTP(secret).now()
    told = {"secret": secret, "code": code}
    assert api.http.put("/api/v1/session/totp", json=told, headers=shown).status_code == 204
    api.http.cookies.clear()
    credentials = {"login": "lead.1", "password": PASSWORD}
    assert api.http.post("/api/v1/session", json=credentials).json()["code"] == "TOTP_NEEDED"
    assert api.http.post("/api/v1/session", json={**credentials, "code": code}).status_code == 201
    api.http.cookies.clear()
    again = api.http.post("/api/v1/session", json={**credentials, "code": code})
    assert again.json()["code"] == "NOT_SIGNED_IN"


def test_a_key_can_be_narrowed_and_revoked(api: Api) -> None:
    made = api.call(
        "POST", "/keys", Role.SECURITY, json={"name": "只读", "scopes": ["applications:read"]}
    ).json()
    headers = {"Authorization": f"Bearer {made['secret']}"}
    assert api.http.get("/api/v1/applications", headers=headers).status_code == 200
    assert api.http.post("/api/v1/applications", json={"title": "甲"}, headers=headers).status_code == 403
    assert api.call("DELETE", f"/keys/{made['id']}", Role.SECURITY).status_code == 204
    assert api.http.get("/api/v1/applications", headers=headers).status_code == 401
    listed = api.call("GET", "/keys?limit=200", Role.SECURITY).text
    assert made["secret"] not in listed


def test_a_run_that_waits_can_be_cancelled_once(api: Api) -> None:
    id_ = api.filled()
    assert api.call("POST", f"/applications/{id_}/submit").status_code == 202
    assert api.call("POST", f"/applications/{id_}/submit").json()["code"] == "APPLICATION_BUSY"
    assert api.call("POST", f"/applications/{id_}/cancel").json()["state"] == "cancelled"
    assert api.call("POST", f"/applications/{id_}/cancel").json()["code"] == "NOTHING_TO_CANCEL"


def test_metrics_tell_of_the_queue(api: Api) -> None:
    api.call("POST", f"/applications/{api.filled()}/submit")
    text = api.call("GET", "/metrics", Role.SYSTEM).text
    assert 'hezheng_runs{state="queued"} 1.0' in text
    assert "hezheng_queue_age_seconds" in text and "hezheng_request_seconds_bucket" in text


def test_headers_guard_browsers(api: Api) -> None:
    headers = api.call("GET", "/applications").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "script-src 'self'" in headers["content-security-policy"]
    assert headers["x-request-id"]


def test_a_tenant_begins_with_its_own_administrator_and_sees_nobody_elses_things(api: Api) -> None:
    told = {"name": "舟山市", "administrator": {"login": "chen.lu", "name": "陈璐", "password": PASSWORD}}
    made = api.call("POST", "/tenants", Role.SYSTEM, json=told)
    assert made.status_code == 201, made.text
    again = api.call("POST", "/tenants", Role.SYSTEM, json=told)
    assert again.json()["code"] == "NAME_TAKEN"
    assert made.json()["id"] in {t["id"] for t in api.call("GET", "/tenants", Role.SYSTEM).json()["items"]}
    signed = api.http.post("/api/v1/session", json={"login": "chen.lu", "password": PASSWORD})
    assert (signed.json()["tenant"], signed.json()["role"]) == (made.json()["id"], "security")
    assert [u["login"] for u in api.http.get("/api/v1/users").json()["items"]] == ["chen.lu"]
    assert api.http.get("/api/v1/applications").status_code == 403
