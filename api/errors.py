"""Every error of the API as a problem (RFC 9457): a stable code, a Chinese title, what to do next.

Which HTTP status a code has stands in one table here, and nowhere else.
"""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException

from extractors.errors import ReadingError
from registries.errors import RegistryError
from verifier.errors import VerifierError
from verifier.store.database import named

MEDIA_TYPE = "application/problem+json"

CODES: Mapping[str, tuple[int, str]] = {
    "BAD_REQUEST": (400, "请求格式不正确"),
    "DIGEST_MISMATCH": (400, "内容与所报摘要不一致"),
    "NOT_SIGNED_IN": (401, "未登录或密钥无效"),
    "NOT_ALLOWED": (403, "无此权限"),
    "CSRF_MISSING": (403, "缺少页面令牌"),
    "NOT_FOUND": (404, "没有找到"),
    "METHOD_NOT_ALLOWED": (405, "不支持该操作"),
    "NOT_ACCEPTABLE": (406, "不能提供所要的格式"),
    "APPLICATION_BUSY": (409, "正在核验"),
    "EXTERNAL_ID_TAKEN": (409, "外部编号已存在"),
    "NAME_TAKEN": (409, "名称已被使用"),
    "FORM_MISSING": (409, "缺少申报表"),
    "EVIDENCE_MISSING": (409, "缺少证明材料"),
    "NOTHING_TO_CANCEL": (409, "没有可取消的核验"),
    "REPORT_NOT_READY": (409, "报告尚未生成"),
    "UPLOAD_INCOMPLETE": (409, "分片尚未传齐"),
    "REQUEST_RUNNING": (409, "同一请求正在处理"),
    "TOTP_NEEDED": (409, "需要动态口令"),
    "TOTP_WRONG": (409, "动态口令不正确"),
    "SECOND_PERSON": (409, "须由另一人复核"),
    "CONFLICT": (409, "与当前状态冲突"),
    "CHANGED_MEANWHILE": (412, "内容已被他人更改"),
    "TOO_LARGE": (413, "内容过大"),
    "UNSUPPORTED_MEDIA_TYPE": (415, "不支持的内容类型"),
    "INVALID": (422, "内容不符合要求"),
    "KEY_REUSED": (422, "幂等键已用于另一请求"),
    "PASSWORD_WEAK": (422, "密码不符合要求"),
    "SCOPE_UNKNOWN": (422, "权限范围不正确"),
    "URL_NOT_ALLOWED": (422, "不允许的回调地址"),
    "LOGIN_WAIT": (429, "登录过于频繁"),
    "TOO_MANY_REQUESTS": (429, "请求过于频繁"),
    "INTERNAL": (500, "服务内部错误"),
    "FILE_CHANGED": (500, "存档文件已损坏"),
    "STORE_ERROR": (503, "存储暂不可用"),
    "STORE_AWAY": (503, "存储暂不可用"),
    "SHUTTING_DOWN": (503, "服务正在停止"),
    "STORE_FULL": (507, "存储空间已满"),
}
"""Code → HTTP status and title. Codes are stable; titles may be improved."""

RETRY_SECONDS = {
    "STORE_AWAY": 5,
    "STORE_FULL": 60,
    "REQUEST_RUNNING": 2,
    "LOGIN_WAIT": 60,
    "TOO_MANY_REQUESTS": 10,
}

BY_STATUS = {
    400: "BAD_REQUEST",
    401: "NOT_SIGNED_IN",
    403: "NOT_ALLOWED",
    404: "NOT_FOUND",
    405: "METHOD_NOT_ALLOWED",
    406: "NOT_ACCEPTABLE",
    412: "CHANGED_MEANWHILE",
    413: "TOO_LARGE",
    415: "UNSUPPORTED_MEDIA_TYPE",
    422: "INVALID",
}

log = logging.getLogger("hezheng.api")


class Invalid(BaseModel):
    """One thing that is wrong with a request."""

    place: str = Field(examples=["body.title"])
    message: str = Field(examples=["Field required"])


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "https://hezheng.example/problems/NOT_FOUND",
                    "code": "NOT_FOUND",
                    "title": "没有找到",
                    "status": 404,
                    "detail": "没有编号为 app_01 的申报：请核对编号",
                    "instance": "/api/v1/applications/app_01",
                }
            ]
        }
    )

    type: str = Field(description="About this code, for people.")
    code: str = Field(description="Stable; programs decide by it.")
    title: str = Field(description="The same for all problems of one code, Chinese.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field("", description="This case, and what to do next, Chinese.")
    instance: str = Field("", description="The path that was asked.")
    errors: list[Invalid] = Field(
        default_factory=list, description="What is wrong, of a request that is invalid."
    )


class ApiError(Exception):
    """A refusal that only the API knows; `code` is one of `CODES`."""

    def __init__(self, code: str, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.code, self.detail, self.headers = code, detail, dict(headers or {})


RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {
        "description": says,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status, says in (
        ("4XX", "The request cannot be met as it is."),
        ("5XX", "The service cannot meet it now."),
    )
}
"""What every operation may answer besides what it is for."""


def problem(
    request: Request, code: str, detail: str, headers: Mapping[str, str] | None = None, **more: Any
) -> JSONResponse:
    """A problem as a response."""
    status, title = CODES.get(code, (500, HTTPStatus(500).phrase))
    told = Problem(
        type=f"/docs/problems#{code}",
        code=code,
        title=title,
        status=status,
        detail=detail,
        instance=request.url.path,
        **more,
    )
    sent = dict(headers or {})
    if code in RETRY_SECONDS:
        sent.setdefault("Retry-After", str(RETRY_SECONDS[code]))
    if status == 401:
        sent.setdefault("WWW-Authenticate", "Bearer")
    flat = told.model_dump(exclude_defaults=True)
    return JSONResponse(flat, status, headers=sent, media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Tell the application what becomes of which exception."""

    @app.exception_handler(ApiError)
    def _refused(request: Request, error: ApiError) -> JSONResponse:
        return problem(request, error.code, error.detail, error.headers)

    @app.exception_handler(VerifierError)
    def _verifier(request: Request, error: VerifierError) -> JSONResponse:
        return problem(request, error.code if error.code in CODES else "CONFLICT", str(error))

    @app.exception_handler(DBAPIError)
    def _database(request: Request, error: DBAPIError) -> JSONResponse:
        trouble = named(error)
        log.warning("database: %s", error.orig)
        return problem(request, trouble.code, str(trouble))

    @app.exception_handler(ReadingError)
    @app.exception_handler(RegistryError)
    def _below(request: Request, error: ReadingError | RegistryError) -> JSONResponse:
        return problem(request, "INVALID", str(error))

    @app.exception_handler(RequestValidationError)
    def _invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        wrong = [Invalid(place=".".join(str(p) for p in e["loc"]), message=e["msg"]) for e in error.errors()]
        return problem(request, "INVALID", "请求内容不符合接口要求：请按 errors 逐项更正", errors=wrong)

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> JSONResponse:
        code = BY_STATUS.get(error.status_code, "INTERNAL" if error.status_code >= 500 else "BAD_REQUEST")
        return problem(request, code, SAY.get(code, str(error.detail)), error.headers)

    @app.exception_handler(Exception)
    def _bug(request: Request, error: Exception) -> JSONResponse:
        log.error("request failed", exc_info=error)
        return problem(request, "INTERNAL", "服务内部出错，请稍后重试；如再次出错，请将时间与路径告知管理员")


SAY = {
    "NOT_FOUND": "没有这个地址：请核对接口文档",
    "METHOD_NOT_ALLOWED": "该地址不支持这种请求方法：请核对接口文档",
    "TOO_LARGE": "请求内容超过上限：请分批或分片上传",
}
