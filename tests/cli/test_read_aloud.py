"""Everything is said in lines that a screen reader reads well: labelled, without boxes, colours or tables."""

import re

import pytest

from tests.cli.running import Coach

READ = (
    ("triage",),
    ("triage", "--all"),
    ("triage", "--explain"),
    ("triage", "--find", "a"),
    ("triage", "--ahead"),
    ("triage", "--ahead", "1"),
    ("triage", "--done"),
    ("leave", "list"),
    ("leave", "show"),
    ("leave", "show", "--for-stand-in"),
    ("settings", "signal.unseen", "10/5/3", "--try"),
    ("tally",),
    ("tally", "--why"),
    ("tally", "--weeks"),
    ("tally", "--year"),
    ("tally", "--first-contacts"),
    ("tally", "--spread"),
    ("time",),
    ("time", "--by", "week"),
    ("time", "--by", "client"),
    ("time", "--year"),
    ("time", "--from", "1.10.", "--by", "month"),
    ("time", "add", "kirjaukset", "30"),
    ("lead", "list"),
    ("lead", "add", "V3", "pakkaaja", "--note", "Rivi\n\tsarkain"),
    ("log", "--unfinished"),
    ("log", "Uusi Paikka, Eija, puhelu 10 min, seuraava pe käynti"),
    ("client", "list", "--all"),
    ("client", "show", "V3"),
    ("client", "show", "V1"),
    ("answer", "V3", "thoughts", "Rivi\n\tsarkain"),
    ("answer", "V3", "own_stance", "--find-out", "1.7.2027", "--how", "Rivi\n\tsarkain"),
    ("questions", "V3"),
    ("questions", "V3", "doing_work"),
    ("questions", "V3", "--to-find-out"),
    ("questions", "V3", "job_search", "--new-round"),
    ("questions", "V3", "job_search", "--compare"),
    ("employer", "list"),
    ("diary", "show"),
    ("diary", "search", "työ"),
    ("find", "kahvila"),
    ("undo", "--list"),
    ("settings",),
    ("check",),
    ("log", "Uusi Paikka", "--who", "Eija", "--note", "Rivi\n\tsarkain"),
    ("meet", "V3", "--time", "9.30"),
    ("next", "V3", "soita", "--on", "pe"),
    ("next", "--own", "varaa", "sali", "--on", "pe"),
    ("leave", "add", "--from", "1.7.2027", "--until", "31.7.2027"),
    ("leave", "looked"),
    ("snooze", "V3", "--until", "pe", "--because", "kurssilla"),
    ("diary", "Päivä."),
    ("undo",),
    ("redo",),
    (),
    ("log", "--help"),
)


@pytest.fixture(scope="module", params=["fi", "en"])
def caseload(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Coach:
    """The demo, in one language or the other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("LANG", raising=False)
        folder = tmp_path_factory.mktemp("demo") / request.param
        Coach(folder, patch).did("--lang", request.param, "demo", "--to", str(folder))
    return Coach(folder, pytest.MonkeyPatch())


BARS = re.compile(r"(?:(?<=\d/\d)|(?<=%)|(?<= min)|(?<= h)|(?<=in all)) [█░]+$")
"""Blocks after the number that they draw: a reader has heard it when they come."""


@pytest.mark.parametrize("words", READ, ids=" ".join)
def test_lines_hold_only_what_can_be_heard(caseload: Coach, words: tuple[str, ...]) -> None:
    if words == ("redo",):
        caseload.did("undo")  # the test before may have run in another process
    said = caseload.run(*words)
    assert said.code == 0, said.err
    for whole_line in (said.out + said.err).splitlines():
        line = BARS.sub("", whole_line)
        assert line == line.rstrip(), f"trailing space: {line!r}"
        assert not re.search("[\u2500-\u259f\x00-\x1f\x7f-\x9f]", line), f"box or control: {line!r}"
        assert "  " not in line.lstrip() or words[-1:] == ("--help",), f"a column: {line!r}"


@pytest.mark.parametrize(
    "words", [("client", "show", "V3"), ("client", "show", "V1"), ("employer", "show", "Kahvila Pannumyssy")]
)
def test_every_line_of_a_card_says_what_it_is(caseload: Coach, words: tuple[str, ...]) -> None:
    for line in caseload.did(*words).splitlines():
        labelled = re.match(r".+?: \S", line)
        heading = line.endswith(":")
        assert not line or labelled or heading or line.startswith("  "), line


def test_the_list_names_a_state_in_words(caseload: Coach) -> None:
    words = {"myöhässä", "tänään", "tulossa", "ajan tasalla", "siirretty"}
    words |= {"late", "today", "soon", "quiet", "put aside"}
    for line in caseload.did("triage", "--all").splitlines():
        assert line.partition(":")[0] in words


def test_no_colour_is_ever_sent(caseload: Coach, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in caseload.did("triage") + caseload.did("triage", "--help")
