"""A file is written whole or not at all, and what stood in its place stays as it was."""

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from metastasis_atlas import files, open_atlas
from metastasis_atlas.errors import AtlasError
from metastasis_atlas.files import find_same, write_whole

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has neither modes nor FIFOs")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "c.txt"
    assert write_whole(file, b"new") == file
    assert file.read_bytes() == b"new"
    assert names(file.parent) == ["c.txt"]


@posix
class TestTheOldFileStaysAsItWas:
    def test_a_link_stays_a_link_and_its_target_is_written(self, tmp_path: Path) -> None:
        (tmp_path / "far").mkdir()
        target, link, chain = tmp_path / "far" / "target.txt", tmp_path / "link.txt", tmp_path / "chain.txt"
        target.write_bytes(b"old")
        link.symlink_to("far/target.txt")
        chain.symlink_to(link)
        write_whole(chain, b"new")
        assert (link.is_symlink(), chain.is_symlink()) == (True, True)
        assert target.read_bytes() == b"new"
        assert names(tmp_path) == ["chain.txt", "far", "link.txt"]

    def test_a_link_to_nothing_makes_its_target(self, tmp_path: Path) -> None:
        link = tmp_path / "link.txt"
        link.symlink_to("target.txt")
        write_whole(link, b"new")
        assert link.is_symlink()
        assert (tmp_path / "target.txt").read_bytes() == b"new"

    def test_links_in_a_circle_end_in_a_sentence(self, tmp_path: Path) -> None:
        link = tmp_path / "link.txt"
        link.symlink_to("link.txt")
        with pytest.raises(AtlasError, match=r"link\.txt can't be written: .*\.$"):
            write_whole(link, b"new")

    @pytest.mark.parametrize("old", [0o600, 0o640, 0o666, 0o755])
    def test_an_existing_file_keeps_its_mode(self, tmp_path: Path, old: int) -> None:
        file = tmp_path / "a.txt"
        file.touch()
        file.chmod(old)
        write_whole(file, b"new")
        assert mode(file) == old

    @pytest.mark.parametrize("umask", [0o022, 0o027, 0o077])
    def test_a_new_file_honours_the_umask(self, tmp_path: Path, umask: int) -> None:
        before = os.umask(umask)
        try:
            write_whole(tmp_path / "a.txt", b"new")
        finally:
            os.umask(before)
        assert mode(tmp_path / "a.txt") == 0o666 & ~umask

    def test_a_file_that_may_not_be_written_is_left(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = tmp_path / "a.txt"
        file.write_bytes(b"old")
        monkeypatch.setattr(os, "access", lambda *_: False)  # the superuser may write anything
        with pytest.raises(AtlasError, match=r"a\.txt can't be written: It is read-only\."):
            write_whole(file, b"new")
        assert file.read_bytes() == b"old"


def test_a_path_is_known_again_by_any_name(tmp_path: Path) -> None:
    file, other = tmp_path / "a.txt", tmp_path / "b.txt"
    for one in (file, other):
        one.write_bytes(b"")
    assert find_same(tmp_path / "." / "b.txt", [file, other]) == other
    assert find_same(tmp_path / "c.txt", [file, other]) is None
    assert find_same(Path("a\0b"), [file]) is None


@posix
class TestWhatIsNoRegularFile:
    def test_a_fifo_is_written_to(self, tmp_path: Path) -> None:
        fifo = tmp_path / "fifo"
        os.mkfifo(fifo)
        got: list[bytes] = []
        reader = threading.Thread(target=lambda: got.append(fifo.read_bytes()))
        reader.start()
        write_whole(fifo, b"new")
        reader.join(10)
        assert got == [b"new"]
        assert stat.S_ISFIFO(fifo.stat().st_mode)
        assert names(tmp_path) == ["fifo"]

    def test_a_device_stays_a_device(self) -> None:
        write_whole(Path("/dev/null"), b"new")
        assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)

    @pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1"])
    def test_standard_output_may_be_a_pipe_or_a_file_that_grows(self, tmp_path: Path, name: str) -> None:
        code = (
            f"from pathlib import Path; from metastasis_atlas.files import write_whole as w; w(Path('{name}'), b'new')"
        )
        piped = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        assert piped.stdout == b"new"
        file = tmp_path / "a.txt"
        file.write_bytes(b"old ")
        with file.open("ab") as output:
            subprocess.run([sys.executable, "-c", code], stdout=output, check=True)
        assert file.read_bytes() == b"old new"

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
    def test_a_full_device_ends_in_a_sentence(self) -> None:
        with pytest.raises(AtlasError, match=r"/dev/full can't be written: No space left on device\."):
            write_whole(Path("/dev/full"), b"new")


class TestWholeOrNotAtAll:
    @pytest.fixture
    def old(self, tmp_path: Path) -> Path:
        file = tmp_path / "a.txt"
        file.write_bytes(b"old")
        return file

    def check_left(self, old: Path) -> None:
        assert old.read_bytes() == b"old"
        assert names(old.parent) == ["a.txt"]

    def test_a_full_disk_keeps_the_old_content(self, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(descriptor: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(files.os, "fsync", refuse)
        with pytest.raises(AtlasError, match=r"a\.txt can't be written: No space left on device\."):
            write_whole(old, b"new")
        self.check_left(old)

    @pytest.mark.parametrize("step", ["fsync", "chmod"])
    def test_an_interruption_leaves_nothing_behind(self, old: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(files.os, step, interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_whole(old, b"new")
        self.check_left(old)

    def test_a_folder_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(AtlasError, match=r"is a folder\. Name a file in it\."):
            write_whole(tmp_path, b"new")
        with pytest.raises(AtlasError, match="is a folder"):
            open_atlas().page().write(tmp_path)

    def test_a_file_is_no_folder(self, old: Path) -> None:
        with pytest.raises(AtlasError, match=r"can't be written: .*\.$"):
            write_whole(old / "b.txt", b"new")
        self.check_left(old)

    def test_a_name_that_can_not_be(self, tmp_path: Path) -> None:
        for name in ("a\0b", "a" * 300):
            with pytest.raises(AtlasError, match="can't be written"):
                write_whole(tmp_path / name, b"new")
        assert names(tmp_path) == []

    def test_the_longest_name_is_no_hindrance(self, tmp_path: Path) -> None:
        write_whole(tmp_path / ("a" * 255), b"new")
        assert names(tmp_path) == ["a" * 255]
