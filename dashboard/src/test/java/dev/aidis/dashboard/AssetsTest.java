package dev.aidis.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the files of the dashboard must be like, whatever they show. */
class AssetsTest {
  private static final Path SOURCES = Path.of("src/main/resources/dev/aidis/dashboard/assets");
  private static final int MOST_LINES = 250;
  private static final int MOST_BYTES = 1_000_000;

  /** Each turns text into markup or into a program. */
  private static final Pattern TEXT_AS_CODE =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|srcdoc|DOMParser|createContextualFragment"
              + "|\\beval\\(|new Function|setTimeout\\(\"|javascript:");

  private static final Pattern IN_MARKUP =
      Pattern.compile("\\sstyle=|\\son[a-z]+=|<style|<script(?![^>]*\\ssrc=)");
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?:src|href)=\"(?:https?:)?//|@import|url\\(");
  private static final Pattern IMPORT = Pattern.compile("(?:from|import\\() ?\"([^\"]+)\"");

  @Test
  void noScriptTurnsTextIntoMarkup() throws IOException {
    for (Path script : sources(".js")) {
      assertThat(Files.readString(script))
          .as(script.toString())
          .doesNotContainPattern(TEXT_AS_CODE);
    }
  }

  @Test
  void scriptsAndStylesStandInFilesOfTheirOwnAndNothingIsLoadedFromElsewhere() throws IOException {
    assertThat(Files.readString(SOURCES.resolve("index.html")))
        .doesNotContainPattern(IN_MARKUP)
        .doesNotContainPattern(ELSEWHERE);
    for (Path style : sources(".css")) {
      assertThat(Files.readString(style)).as(style.toString()).doesNotContainPattern(ELSEWHERE);
    }
  }

  @Test
  void everyImportLeadsToAFile() throws IOException {
    Assets assets = Assets.load();
    for (Path script : sources(".js")) {
      for (MatchResult found : IMPORT.matcher(Files.readString(script)).results().toList()) {
        Path target = SOURCES.relativize(script).resolveSibling(found.group(1)).normalize();
        assertThat(assets.find(target.toString())).as("%s in %s", target, script).isNotNull();
      }
    }
  }

  @Test
  void noFileIsTooLongToBeReadAtOnce() throws IOException {
    for (Path source : Stream.concat(sources(".js").stream(), sources(".css").stream()).toList()) {
      assertThat(Files.readAllLines(source)).as(source.toString()).hasSizeLessThan(MOST_LINES);
    }
  }

  @Test
  void allFilesTogetherWeighNoMoreThanAMegabyteAsTheyAreSent() throws IOException {
    Assets assets = Assets.load();
    int bytes = assets.shell().body(true).length;
    for (Asset asset : assets.byName().values()) {
      bytes += asset.body(true).length;
    }

    assertThat(bytes).isBetween(MOST_BYTES / 4, MOST_BYTES);
  }

  @Test
  void theShellNamesFilesByTheVersionOfAllFiles() throws IOException {
    Assets assets = Assets.load();

    String shell = new String(assets.shell().body(false), StandardCharsets.UTF_8);
    assertThat(shell)
        .contains("/assets/" + assets.version() + "/js/main.js")
        .doesNotContain("{version}");
  }

  private static List<Path> sources(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      List<Path> found = all.filter(file -> file.toString().endsWith(ending)).toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }
}
