"""Words in their basic form, so that a search for "haastattelu" also finds "haastatteluja". Knows no SQL.

The dictionary is simplemma's. Its compact form, a trie (18 MB on disk and in memory, ready in 10 ms), is
built once in a process of its own and kept in the cache folder: building takes seconds and some 700 MB. Until
it is there the dictionary is read as a stream (50 MB, a second to open). It is never read whole (358 MB).

Run as a program, this file builds the trie: `python -m valmentaja.store.lemmas CACHE_FOLDER LANGUAGE`.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

TYPE_CHECKING = False  # type checkers take it for true; importing typing would cost every saved note 2 ms
if TYPE_CHECKING:
    from subprocess import Popen

    from simplemma.strategies import DictionaryFactory

SNOWBALL = {"fi": "finnish", "en": "english"}
BUILD_AGAIN_AFTER = 3600.0  # seconds since a build began that never ended

_builders: "dict[str, Popen[bytes]]" = {}


@dataclass(frozen=True, slots=True)
class WordForm:
    """A word as it stands in a text, its basic form from the dictionary, and its stem by rule (Snowball)."""

    form: str
    lemma: str
    stem: str


def resolve(forms: Iterable[str], language: str, cache_folder: str | os.PathLike[str]) -> dict[str, WordForm]:
    """The basic form and stem of each word, by the word; `language` is "fi" or "en".

    Where the trie is not there yet, its building is started and the answer comes without it; the first
    answer of a process then takes about a second, later ones are instant.
    """
    wanted = frozenset(forms)
    if not wanted:
        return {}
    lemma, stem = _lemmatiser(language, os.fspath(cache_folder)), _stemmer(language)
    return {form: WordForm(form, lemma(form), stem(form)) for form in wanted}


def trie_file(cache_folder: str, language: str) -> str:
    """Where the trie of a language lies; another version of simplemma has another."""
    from simplemma.__metadata__ import __version__

    return os.path.join(cache_folder, "lemmas", __version__, f"{language}.dic")


def _lemmatiser(language: str, cache_folder: str) -> Callable[[str], str]:
    file = trie_file(cache_folder, language)
    if os.path.exists(file):
        try:
            return _from_trie(file, language)
        except Exception:  # whatever a damaged trie raises: it is only a cache, and is built again
            _forget(file)
    start_building(cache_folder, language)
    return _from_stream(language)


@lru_cache(maxsize=2)
def _from_trie(file: str, language: str) -> Callable[[str], str]:
    from marisa_trie import BytesTrie
    from simplemma.strategies import TrieDictionaryFactory
    from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieWrapDict

    class ReadyTrie(TrieDictionaryFactory):
        """Opens the finished trie; simplemma's own would build a missing or damaged one in this process."""

        __slots__ = ()

        def _get_dictionary_uncached(self, lang: str) -> TrieWrapDict:
            return TrieWrapDict(BytesTrie().load(file))

    factory = ReadyTrie(disk_cache_dir=os.path.dirname(file))
    factory.get_dictionary(language)  # a damaged file shows itself now, not at the first word
    _from_stream.cache_clear()
    return _by_dictionary(factory, language)


@lru_cache(maxsize=2)
def _from_stream(language: str) -> Callable[[str], str]:
    from simplemma.strategies import StreamDictionaryFactory

    return _by_dictionary(StreamDictionaryFactory(), language)


def _by_dictionary(factory: "DictionaryFactory", language: str) -> Callable[[str], str]:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    # The forms found are kept in the workbook: a large cache here would only hold memory.
    lemmatizer = Lemmatizer(
        cache_max_size=256, lemmatization_strategy=DefaultStrategy(dictionary_factory=factory)
    )
    return lambda form: lemmatizer.lemmatize(form, language).lower()


@lru_cache(maxsize=2)
def _stemmer(language: str) -> Callable[[str], str]:
    from unicodedata import normalize

    from snowballstemmer import stemmer

    snowball = stemmer(SNOWBALL[language])
    return lambda form: str(snowball.stemWord(normalize("NFC", form)))


def start_building(cache_folder: str, language: str) -> None:
    """Starts building a trie in a process of its own, unless one is at it or one failed within the hour.

    Returns at once. Whatever fails is silent: without the trie, searching works too.
    """
    file = trie_file(cache_folder, language)
    running = _builders.get(file)
    if (running is not None and running.poll() is None) or _begun_lately(_lock(file)):
        return
    try:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        _builders[file] = _spawn([os.path.abspath(__file__), os.path.abspath(cache_folder), language])
    except OSError:
        return


def _spawn(arguments: list[str]) -> "Popen[bytes]":
    """A quiet process that outlives this one. -P: it imports nothing from the folder the coach is in."""
    import subprocess

    command, silent = [sys.executable, "-P", *arguments], subprocess.DEVNULL
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        return subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, creationflags=flags)
    return subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True)


def build(cache_folder: str, language: str) -> None:
    """Builds the trie of a language and puts it in its place whole. Takes seconds and some 700 MB of memory.

    Does nothing if it is there or is being built. Raises OSError when the folder cannot be written.
    """
    from simplemma.strategies import TrieDictionaryFactory

    file = trie_file(cache_folder, language)
    os.makedirs(os.path.dirname(file), exist_ok=True)
    if os.path.exists(file) or not _claim(_lock(file)):
        return
    beside = f"{file}.building"
    TrieDictionaryFactory(disk_cache_dir=beside).get_dictionary(language)
    os.replace(os.path.join(beside, os.path.basename(file)), file)
    os.rmdir(beside)
    os.remove(_lock(file))


def _lock(file: str) -> str:
    return f"{file}.lock"


def _claim(lock: str) -> bool:
    """Whether the building is ours. The lock of a build that failed stays, so that it is not tried all day.

    Two that find the same old lock may both win: then the work is done twice, and nothing else happens.
    """
    if _begun_lately(lock):
        return False
    _forget(lock)
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    return True


def _begun_lately(lock: str) -> bool:
    try:
        return abs(time.time() - os.path.getmtime(lock)) < BUILD_AGAIN_AFTER
    except OSError:
        return False


def _forget(file: str) -> None:
    from contextlib import suppress

    with suppress(OSError):
        os.remove(file)


if __name__ == "__main__":
    if sys.platform != "win32":
        os.nice(10)
    build(sys.argv[1], sys.argv[2])
