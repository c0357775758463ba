package dev.aidis.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsoncTest {
  private static final String WRITTEN =
      """
      {
      \t// servers
      \t"servers": {
      \t\t"a": {"n": 1.50}, /* keep */ "b": [1, 2,],
      \t},
      \t"url": "http://x//y" // not a comment
      }
      """;

  @Test
  void onlyWhatIsSetChanges() {
    assertThat(of(WRITTEN).with(true, "servers", "a").text())
        .isEqualTo(WRITTEN.replace("{\"n\": 1.50}", "true"));
    assertThat(of(WRITTEN).with(Map.of("k", List.of("v")), "servers", "c").text())
        .isEqualTo(
            WRITTEN.replace(
                "[1, 2,],\n",
                "[1, 2,],\n\t\t\"c\": {\n\t\t\t\"k\": [\n\t\t\t\t\"v\"\n\t\t\t]\n\t\t}\n"));
    assertThat(of(WRITTEN).with("v", "new", "deep").text())
        .isEqualTo(
            WRITTEN.replace(
                "y\" // not a comment\n",
                "y\", // not a comment\n\t\"new\": {\n\t\t\"deep\": \"v\"\n\t}\n"));
  }

  @Test
  void whatIsPutInCanBeTakenOut() {
    for (String text :
        List.of(
            WRITTEN, "{}\n", "{\"a\":1}", "{\r\n  \"a\": {}\r\n}\r\n", "{ \"servers\": { } }")) {
      Jsonc with = of(text).with(Map.of("k", "v"), "servers", "ours");
      assertThat(with.at("servers", "ours")).as(text).isEqualTo(Map.of("k", "v"));
      Jsonc without = with.without("servers", "ours");
      assertThat(without.at("servers", "ours")).isNull();
      assertThat(without.at("servers", "a")).isEqualTo(of(text).at("servers", "a"));
      assertThat(without.at("url")).isEqualTo(of(text).at("url"));
      assertThat(without.text()).contains(text.contains("//") ? "// servers" : "");
    }
  }

  @Test
  void elementsOfListsAreFoundByTheirPlace() {
    assertThat(of(WRITTEN).at("servers", "b", "1")).isEqualTo(new BigDecimal(2));
    assertThat(of(WRITTEN).without("servers", "b", "0").text())
        .isEqualTo(WRITTEN.replace("[1, 2,]", "[2,]"));
    assertThat(of("{\"a\": [\n  1\n]}").withLast("v", "a").text())
        .isEqualTo("{\"a\": [\n  1,\n  \"v\"\n]}");
    assertThat(of("{}").withLast("v", "a").at("a")).isEqualTo(List.of("v"));
  }

  @Test
  void commentsBesideWhatIsTakenOutStayComments() {
    assertThat(of("{\"a\": [1, // one\n 2]}").without("a", "1").text())
        .isEqualTo("{\"a\": [1 // one\n]}");
    assertThat(of("{\"a\": [1, // one\n 2 ]}").without("a", "1").text())
        .isEqualTo("{\"a\": [1 // one\n ]}");
    assertThat(of("{\"a\": [1 /* one */, 2 /* two */]}").without("a", "1").text())
        .isEqualTo("{\"a\": [1 /* one */ /* two */]}");
    assertThat(of("{ // nothing yet\n}").with(1, "a").text())
        .isEqualTo("{ // nothing yet\n  \"a\": 1\n}");
  }

  @Test
  void lineEndsStayAsTheyAre() {
    assertThat(of("{\r\n  \"a\": 1\r\n}\r\n").with(2, "b").text())
        .isEqualTo("{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}\r\n");
  }

  @Test
  void whatIsNoObjectIsNotTaken() {
    for (String text :
        List.of("[]", "{", "{\"a\" 1}", "{} {}", "{\"a\": x}", "\"a\"", "{\"a\": \"")) {
      assertThat(Jsonc.of(text)).as(text).isEmpty();
    }
  }

  private static Jsonc of(String text) {
    return Jsonc.of(text).orElseThrow();
  }
}
