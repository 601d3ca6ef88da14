"""The packets of a film file: opened as nothing but a film, read from end to end, decoded in part or whole.

Only containers of the MP4 and WebM families are opened, as themselves: a playlist that is named .mp4 would otherwise be
followed to other files of this machine.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import av
import av.container
import av.error
import av.packet
import av.stream
from av.audio.stream import AudioStream
from av.video.stream import VideoStream

from rushes.errors import MediaRefused

#: A 4k frame has 8.3 million pixels. Given to the decoder itself, because sizes may change in the middle of a stream.
PIXELS_MAX = 9_000_000
#: 148 s at 60 frames a second and twice that in sound packets, with room.
_PACKETS_MAX = 40_000
_DECODED_AT_THE_START = 8
_DECODED_KEY_FRAMES_MAX = 64
#: What cameras, editors and other generators write; every decoder more is a door more.
_PICTURE_CODECS = {
    "h264": "H.264",
    "hevc": "H.265",
    "av1": "AV1",
    "vp8": "VP8",
    "vp9": "VP9",
    "mpeg4": "MPEG-4",
    "prores": "ProRes",
}
_SOUND_CODECS = frozenset(
    {"aac", "mp3", "opus", "vorbis", "ac3", "eac3", "flac", "alac", "pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_f32le"}
)
_FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm"

#: As text, because the class is generic for type checkers only.
_Packet: TypeAlias = "av.packet.Packet[VideoStream] | av.packet.Packet[av.stream.Stream]"


@contextlib.contextmanager
def opened(path: Path) -> Iterator[av.container.InputContainer]:
    """Open a film file, nothing else, and let it open nothing else. Raises MediaRefused when it is not one."""
    options = {"format_whitelist": _FORMATS, "protocol_whitelist": "file"}
    try:
        with av.open(f"file:{path.absolute()}", options=options, metadata_errors="replace") as container:
            for stream in container.streams.video:
                # There is none when the file names a coding that this build has no decoder for.
                if stream.codec_context is not None:
                    stream.thread_count = 1
                    stream.codec_context.options = {"max_pixels": str(PIXELS_MAX)}
            yield container
    except (av.error.FFmpegError, OSError, ValueError) as fault:
        raise MediaRefused(f"The video cannot be read: {_words(fault)}.") from fault


def picture_of(container: av.container.InputContainer) -> VideoStream:
    """The moving picture. Raises MediaRefused when there is none, or none that is decoded here."""
    cover = av.stream.Disposition.attached_pic
    stream = next((stream for stream in container.streams.video if not stream.disposition & cover), None)
    if stream is None:
        raise MediaRefused("The file has no moving picture in it.")
    if _codec(stream) not in _PICTURE_CODECS:
        names = ", ".join(_PICTURE_CODECS.values())
        raise MediaRefused(
            f"The video's picture is coded as {_codec(stream) or 'something unknown'}; read are {names}."
        )
    return stream


def sound_of(container: av.container.InputContainer) -> AudioStream | None:
    """The sound, if there is any. Raises MediaRefused when it is not decoded here."""
    if not container.streams.audio:
        return None
    stream = container.streams.audio[0]
    if _codec(stream) not in _SOUND_CODECS:
        raise MediaRefused(f"The video's sound is coded as {_codec(stream) or 'something unknown'}; use AAC or Opus.")
    return stream


def _codec(stream: VideoStream | AudioStream) -> str | None:
    return None if stream.codec_context is None else stream.codec_context.codec.canonical_name


class Walk:
    """One pass over all packets of the picture and of the sound."""

    def __init__(self, video: VideoStream, audio: AudioStream | None, whole: bool) -> None:
        self.times: list[int] = []  #: of each frame, in units of the stream's time base, in the order of decoding
        self._video = video
        self._audio = audio
        self._whole = whole
        self._packets = 0
        self._decoded = 0
        self._key_frames = 0
        self.samples = 0  #: of sound, per channel, all decoded
        self._nal_length = _nal_length(video)

    def run(self, container: av.container.InputContainer) -> int:
        """Read it all; return the rotation in degrees."""
        rotation, packets = 0, 0
        streams = [self._video] if self._audio is None else [self._video, self._audio]
        for packet in container.demux(streams):
            packets += 1
            if packets > _PACKETS_MAX:
                raise MediaRefused("The video has more packets than are read: it is too long or too finely cut.")
            if packet.is_corrupt:
                raise MediaRefused("The video is damaged or cut short.")
            if packet.stream_index != self._video.index:
                self.samples += sum(frame.samples for frame in packet.decode() if isinstance(frame, av.AudioFrame))
                continue
            if packet.size:
                self._count(packet)
            if packet.size == 0 or self._is_to_decode(packet):
                for frame in packet.decode():
                    assert isinstance(frame, av.VideoFrame), "a packet of the picture holds pictures"
                    self._decoded += 1
                    rotation = -frame.rotation
                    if frame.is_corrupt:
                        raise MediaRefused("A frame of the video is damaged.")
        if not self._decoded or (self._whole and self._decoded != len(self.times)):
            raise MediaRefused(f"Only {self._decoded} of the video's {len(self.times)} frames can be decoded.")
        return rotation

    def _count(self, packet: _Packet) -> None:
        if packet.pts is None:
            raise MediaRefused("A frame of the video has no time.")
        if not packet.is_discard:  # Cut away by an edit list: decoded for the others' sake, never shown.
            self.times.append(packet.pts)
        self._packets += 1
        if self._nal_length and not _is_well_formed(bytes(packet), self._nal_length):
            raise MediaRefused(f"Frame {self._packets} of the video is damaged or cut short.")

    def _is_to_decode(self, packet: _Packet) -> bool:
        self._key_frames += packet.is_keyframe
        wanted = packet.is_keyframe and self._key_frames <= _DECODED_KEY_FRAMES_MAX
        return self._whole or wanted or self._packets <= _DECODED_AT_THE_START


def _nal_length(video: VideoStream) -> int:
    """How many bytes say the length of a NAL unit (ISO/IEC 14496-15, 5.3.3.1.2); 0 when they are not walked."""
    extra = video.codec_context.extradata
    if video.codec_context.codec.canonical_name != "h264" or not extra or len(extra) < 7 or extra[0] != 1:
        return 0
    return (extra[4] & 3) + 1


def _is_well_formed(data: bytes, nal_length: int) -> bool:
    """Do the NAL units fill the packet exactly, none of them empty or with its forbidden bit set?"""
    at = 0
    while at + nal_length < len(data):
        length = int.from_bytes(data[at : at + nal_length], "big")
        at += nal_length
        if length == 0 or data[at] & 0x80:
            return False
        at += length
    return at == len(data)


def _words(fault: Exception) -> str:
    """A decoder's complaint without its numbers, paths and brackets."""
    if isinstance(fault, av.error.FFmpegError):
        return (fault.strerror or "it is damaged").lower()
    return "it is not a video file" if isinstance(fault, ValueError) else "it cannot be opened"
