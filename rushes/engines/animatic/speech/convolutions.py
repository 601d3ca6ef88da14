"""Convolutions: a model in whole numbers whose convolutions are written as products of matrices.

ONNX Runtime multiplies bytes by signed bytes quickly (MatMulInteger) and has slow code for a convolution of bytes
(ConvInteger), which took two thirds of the time of a spoken second. A convolution along time is the product of what lies under
its kernel, step by step, and of its weights: the same sums of the same whole numbers, so the same samples in half the time.

A model is a message of Protocol Buffers (onnx.proto3 of ONNX 1.16). Only what is needed of it is read; the rest is passed on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

# Numbers of the fields of ModelProto, GraphProto, NodeProto, AttributeProto and TensorProto.
_GRAPH = 7
_NODE, _INITIALIZER = 1, 5
_INPUT, _OUTPUT, _NODE_NAME, _OPERATOR, _ATTRIBUTE = 1, 2, 3, 4, 5
_ATTRIBUTE_NAME, _INTEGER, _INTEGERS, _ATTRIBUTE_TYPE = 1, 3, 8, 20
_DIMENSIONS, _TYPE, _NUMBERS, _TENSOR_NAME, _RAW = 1, 2, 5, 8, 9
# AttributeProto.AttributeType, TensorProto.DataType.
_IS_INTEGER, _IS_INTEGERS = 2, 7
_UINT8, _INT8, _INT64 = 2, 3, 7
_TO_THE_END = 2**62
#: Those with more weights (bytes) run over few steps: what they would save, the rewriting would cost.
_WEIGHTS_MAX = 2**20

Bytes = bytes | memoryview


def as_products(model: bytes) -> bytes:
    """The model with products of matrices in place of convolutions of bytes along one axis that step by one."""
    parts: list[Bytes] = []
    for number, value, whole in _fields(memoryview(model)):
        if number == _GRAPH and not isinstance(value, int):
            graph = _rewritten(value)
            parts += [_varint(_GRAPH << 3 | 2), _varint(sum(map(len, graph))), *graph]
        else:
            parts.append(whole)
    return b"".join(parts)


def _rewritten(graph: memoryview) -> list[Bytes]:
    fields = list(_fields(graph))
    tensors = {_text(value, _TENSOR_NAME)[0]: value for number, value, _ in fields if number == _INITIALIZER}
    written: dict[int, list[Bytes]] = {}
    spent, read = set(), set()
    for index, (number, value, _) in enumerate(fields):
        if number != _NODE:
            continue
        found = _product(value, tensors) if b"ConvInteger" in bytes(value) else None
        if found is None:
            read.update(_text(value, _INPUT))
        else:
            written[index] = found
            spent.add(_text(value, _INPUT)[1])
    unread = spent - read
    parts: list[Bytes] = []
    for index, (number, value, whole) in enumerate(fields):
        if index in written:
            parts += written[index]
        elif number != _INITIALIZER or _text(value, _TENSOR_NAME)[0] not in unread:
            parts.append(whole)
    return parts


def _product(node: memoryview, tensors: dict[str, memoryview]) -> list[Bytes] | None:
    """What takes a ConvInteger's place in the graph; None for one that is not of the plain kind."""
    inputs, (output,), attributes = _text(node, _INPUT), _text(node, _OUTPUT), _attributes(node)
    if (
        _text(node, _OPERATOR) != ["ConvInteger"]
        or len(inputs) != 4
        or inputs[1] not in tensors
        or inputs[3] not in tensors
    ):
        return None
    weights, zero = _bytes(tensors[inputs[1]]), _bytes(tensors[inputs[3]])
    plain = attributes.get("group", [1]) == [1] and attributes.get("strides", [1]) == [1]
    if (
        weights is None
        or zero is None
        or weights.ndim != 3
        or weights.size > _WEIGHTS_MAX
        or zero.size != 1
        or not plain
    ):
        return None
    kernel = weights.shape[2]
    step = attributes.get("dilations", [1])[0]
    before, after = attributes.get("pads", [0, 0])
    name = f"{output}/product"
    # (kernel, input, output), and signed: as many steps from their zero as before.
    signed = (weights ^ np.uint8(128)).view(np.int8).transpose(2, 1, 0)
    parts: list[Bytes] = [
        *_tensor(f"{name}/weights", signed.reshape(-1, weights.shape[0])),
        *_tensor(f"{name}/zero", np.array(int(zero.ravel()[0]) - 128, np.int8)),
        _node("Transpose", [inputs[0]], f"{name}/turned", perm=[0, 2, 1]),
    ]
    under = f"{name}/turned"
    if before or after:
        parts.extend(_tensor(f"{name}/pads", np.array([0, before, 0, 0, after, 0], np.int64)))
        parts.append(_node("Pad", [under, f"{name}/pads", inputs[2]], f"{name}/padded"))
        under = f"{name}/padded"
    if kernel > 1:
        parts.extend(_tensor(f"{name}/axis", np.array([1], np.int64)))
        for number in range(kernel):
            begins, ends = number * step, (number + 1 - kernel) * step
            parts.extend(_tensor(f"{name}/from{number}", np.array([begins], np.int64)))
            parts.extend(_tensor(f"{name}/to{number}", np.array([ends or _TO_THE_END], np.int64)))
            places = [f"{name}/from{number}", f"{name}/to{number}", f"{name}/axis"]
            parts.append(_node("Slice", [under, *places], f"{name}/step{number}"))
        parts.append(_node("Concat", [f"{name}/step{n}" for n in range(kernel)], f"{name}/under", axis=2))
        under = f"{name}/under"
    parts.append(_node("MatMulInteger", [under, f"{name}/weights", inputs[2], f"{name}/zero"], f"{name}/sums"))
    parts.append(_node("Transpose", [f"{name}/sums"], output, perm=[0, 2, 1]))
    return parts


# --- reading --------------------------------------------------------------------------------------------------------


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview, memoryview]]:
    """Number, content and all of each field; the content of a number is its bytes."""
    at = 0
    while at < len(message):
        begins = at
        # Nearly all are one byte long.
        tag, at = (message[at], at + 1) if message[at] < 128 else _read(message, at)
        kind = tag & 7
        if kind == 2:
            length, at = (message[at], at + 1) if message[at] < 128 else _read(message, at)
        elif kind == 0:
            length = _read(message, at)[1] - at
        else:
            length = 8 if kind == 1 else 4
        yield tag >> 3, message[at : at + length], message[begins : at + length]
        at += length


def _read(message: memoryview, at: int) -> tuple[int, int]:
    """A number in base 128, and where it ends."""
    number, shift = 0, 0
    while True:
        byte = message[at]
        number |= (byte & 127) << shift
        at += 1
        shift += 7
        if byte < 128:
            return number, at


def _text(message: memoryview, wanted: int) -> list[str]:
    return [bytes(value).decode() for number, value, _ in _fields(message) if number == wanted]


def _integers(message: memoryview, wanted: int) -> list[int]:
    """Those of a field, one by one or packed."""
    found = []
    for number, value, _ in _fields(message):
        at = 0
        while number == wanted and at < len(value):
            integer, at = _read(value, at)
            found.append(integer)
    return found


def _attributes(node: memoryview) -> dict[str, list[int]]:
    found = {}
    for number, value, _ in _fields(node):
        if number == _ATTRIBUTE:
            found[_text(value, _ATTRIBUTE_NAME)[0]] = _integers(value, _INTEGER) + _integers(value, _INTEGERS)
    return found


def _bytes(tensor: memoryview) -> NDArray[np.uint8] | None:
    """The values of a tensor of uint8; None for another."""
    if _integers(tensor, _TYPE) != [_UINT8]:
        return None
    raw = next((value for number, value, _ in _fields(tensor) if number == _RAW), None)
    numbers = _integers(tensor, _NUMBERS) if raw is None else np.frombuffer(raw, np.uint8)
    return np.asarray(numbers, np.uint8).reshape(_integers(tensor, _DIMENSIONS))


# --- writing --------------------------------------------------------------------------------------------------------


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def _field(number: int, value: Bytes | str | int) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    content = value.encode() if isinstance(value, str) else value
    return b"".join((_varint(number << 3 | 2), _varint(len(content)), content))


def _node(operator: str, inputs: Sequence[str], output: str, **attributes: int | list[int]) -> bytes:
    parts = [_field(_INPUT, name) for name in inputs]
    parts += [_field(_OUTPUT, output), _field(_NODE_NAME, output), _field(_OPERATOR, operator)]
    for name, value in attributes.items():
        number, kind = (_INTEGER, _IS_INTEGER) if isinstance(value, int) else (_INTEGERS, _IS_INTEGERS)
        integers = [value] if isinstance(value, int) else value
        content = [_field(_ATTRIBUTE_NAME, name), *(_field(number, n) for n in integers), _field(_ATTRIBUTE_TYPE, kind)]
        parts.append(_field(_ATTRIBUTE, b"".join(content)))
    return _field(_NODE, b"".join(parts))


def _tensor(name: str, values: NDArray[np.int8] | NDArray[np.int64]) -> tuple[bytes, bytes]:
    """Its head and its content, which is not copied once more."""
    kind, content = _INT8 if values.dtype == np.int8 else _INT64, values.tobytes()
    parts = [*(_field(_DIMENSIONS, size) for size in values.shape), _field(_TYPE, kind), _field(_TENSOR_NAME, name)]
    head = b"".join([*parts, _varint(_RAW << 3 | 2), _varint(len(content))])
    return b"".join((_varint(_INITIALIZER << 3 | 2), _varint(len(head) + len(content)), head)), content
