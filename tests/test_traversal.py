"""A path tells the story; what merely is of one kind joins only what nothing else does."""

from pathlib import Path

import pytest
from metastasis_atlas import Atlas, open_atlas
from metastasis_atlas.errors import AtlasError
from metastasis_atlas.namespaces import CONCEPT, SKOS
from metastasis_atlas.traversal import MOST_PATHS, find_paths

E = "https://example.org/"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas()


def walk(atlas: Atlas, start: str, end: str) -> list[list[str]]:
    return [path.labels() for path in atlas.find_paths(start, end)]


class TestKinds:
    @pytest.mark.parametrize(("start", "end"), [("liver", "lung"), ("bone", "brain"), ("skin", "liver")])
    def test_two_organs_are_not_joined_by_being_organs(self, atlas: Atlas, start: str, end: str) -> None:
        paths = walk(atlas, start, end)
        assert paths
        assert not any("organ" in path for path in paths)

    def test_two_metastases_are_not_joined_by_being_metastases(self, atlas: Atlas) -> None:
        paths = walk(atlas, "bone metastasis", "skin metastasis")
        assert ["bone metastasis", "surgery", "skin metastasis"] in paths
        assert not any("metastasis" in path for path in paths)

    def test_siblings_that_nothing_else_joins_are_joined_by_their_kind(self, atlas: Atlas) -> None:
        assert walk(atlas, "zoledronic acid", "pamidronate") == [["zoledronic acid", "bisphosphonate", "pamidronate"]]

    def test_what_one_end_is_a_kind_of_is_said_straight(self, atlas: Atlas) -> None:
        assert walk(atlas, "liver", "organ") == [["liver", "organ"]]
        climb = ["intraperitoneal chemotherapy", "local chemotherapy", "local therapy"]
        assert walk(atlas, climb[0], climb[2]) == [climb]
        assert walk(atlas, climb[2], climb[0]) == [climb[::-1]]

    def test_a_negative_of_the_wider_concept_is_found(self, atlas: Atlas) -> None:
        paths = walk(atlas, "puncture", "bone metastasis")
        assert ["puncture (fluid removal)", "metastasis", "bone metastasis"] in paths

    def test_denosumab_reaches_bone_as_ever(self, atlas: Atlas) -> None:
        assert walk(atlas, "denosumab", "bone") == [
            ["denosumab", "RANK-ligand inhibitor therapy", "bone metastasis", "bone"]
        ]

    def test_derived_kinds_count_as_kinds(self, atlas: Atlas) -> None:
        for path in atlas.find_paths("liver", "lung", derived=True):
            assert not any(edge.property.startswith(SKOS) for step in path.route.steps for edge in step)


class TestHowMany:
    @pytest.fixture
    def many(self, tmp_path: Path) -> Atlas:
        """Between two ends so many ways of equal length that not all are shown."""
        lines = [f"<{E}a> <{E}p> <{E}m{i}> . <{E}m{i}> <{E}p> <{E}b> ." for i in range(MOST_PATHS + 5)]
        (tmp_path / "many.ttl").write_text("\n".join(lines), encoding="utf-8")
        return open_atlas(tmp_path / "many.ttl", only=True)

    def test_no_more_than_asked_for_are_returned(self, many: Atlas) -> None:
        assert len(find_paths(many.network, E + "a", E + "b")) == MOST_PATHS
        assert len(find_paths(many.network, E + "a", E + "b", most=3)) == 3
        assert len(find_paths(many.network, E + "a", E + "b", most=1000)) == MOST_PATHS + 5

    def test_they_are_the_same_each_time_and_in_order(self, many: Atlas) -> None:
        first, again = (find_paths(many.network, E + "a", E + "b", most=7) for _ in range(2))
        assert [path.nodes for path in first] == sorted(path.nodes for path in again)

    def test_from_a_concept_to_itself_there_is_nothing_to_walk(self, atlas: Atlas) -> None:
        (path,) = atlas.find_paths("ascites", "ascites")
        assert (path.labels(), path.say()) == (["ascites"], [])


@pytest.mark.parametrize("most", [0, -1])
def test_fewer_paths_than_one_are_refused_with_a_sentence(atlas: Atlas, most: int) -> None:
    with pytest.raises(AtlasError, match=rf"At most {most} paths can't be shown"):
        find_paths(atlas.network, CONCEPT + "denosumab", CONCEPT + "bone", most=most)


def test_a_number_of_paths_that_is_no_number_is_refused_with_a_sentence(atlas: Atlas) -> None:
    with pytest.raises(TypeError, match="must be a whole number, not str"):
        find_paths(atlas.network, CONCEPT + "denosumab", CONCEPT + "bone", most="3")  # type: ignore[arg-type]
