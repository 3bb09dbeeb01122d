"""Sends one message to one endpoint, signed (Standard Webhooks 1.0.0); any 2xx means that it arrived."""

import base64
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import httpx
from standardwebhooks import Webhook

from api.errors import ApiError
from api.webhooks.addresses import resolve

SECONDS = 20.0
"""The text asks for 15 to 30 seconds."""

ANSWER_BYTES = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an attempt; `status` is None where nobody answered."""

    status: int | None
    answer: str

    @property
    def arrived(self) -> bool:
        """Whether the receiver took it."""
        return self.status is not None and 200 <= self.status < 300


def new_secret() -> str:
    """A secret of 256 bits, written as the text says."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}"


def signed(id_: str, at: datetime, body: str, keys: Sequence[str]) -> dict[str, str]:
    """The three headers; signed with every key while two are valid."""
    return {
        "webhook-id": id_,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(Webhook(key).sign(id_, at, body) for key in keys),
    }


def send(
    url: str, id_: str, told: dict[str, Any], keys: Sequence[str], at: datetime, private: bool
) -> Outcome:
    """Send a message once; never follows a redirect."""
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    try:
        target = resolve(url, private)
        headers = {
            **signed(id_, at, body, keys),
            "content-type": "application/json",
            "host": target.netloc,
            "user-agent": "hezheng-webhooks/1",
        }
        with (
            httpx.Client(timeout=SECONDS, follow_redirects=False, trust_env=False) as client,
            client.stream(
                "POST",
                target.direct,
                content=body.encode(),
                headers=headers,
                extensions={"sni_hostname": target.host},
            ) as answer,
        ):
            said = next(answer.iter_bytes(ANSWER_BYTES), b"")
            return Outcome(answer.status_code, said.decode("utf-8", "replace"))
    except ApiError as error:
        return Outcome(None, error.detail)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Outcome(None, f"{type(error).__name__}: {error}"[:ANSWER_BYTES])
