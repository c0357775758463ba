package dev.aidis.cli.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class LineTest {
  private static final Map<String, String> MORE = Map.of("aidis/callId", "x\"y");

  @Test
  void onlyWhatIsAddedChangesTheText() {
    assertThat(
            withMeta(
                "{\"id\": 1.0e1, \"method\":\"m\", \"params\": { \"a\" : [1,{}], \"b\":\"é\"}}"))
        .isEqualTo(
            "{\"id\": 1.0e1, \"method\":\"m\", \"params\": {\"_meta\":{\"aidis/callId\":\"x\\\"y\"}, \"a\" : [1,{}], \"b\":\"é\"}}");
    assertThat(withMeta("{\"method\":\"m\",\"params\":{}}"))
        .isEqualTo("{\"method\":\"m\",\"params\":{\"_meta\":{\"aidis/callId\":\"x\\\"y\"}}}");
    assertThat(
            withMeta(
                "{\"params\":{\"x\":{\"_meta\":{}},\"_meta\":{\"claudecode/toolUseId\":\"t\"}}}"))
        .isEqualTo(
            "{\"params\":{\"x\":{\"_meta\":{}},\"_meta\":{\"aidis/callId\":\"x\\\"y\",\"claudecode/toolUseId\":\"t\"}}}");
    assertThat(withMeta("{\"params\":{\"_meta\":{ }}}"))
        .isEqualTo("{\"params\":{\"_meta\":{\"aidis/callId\":\"x\\\"y\" }}}");
    assertThat(withMeta("{\"method\":\"ping\",\"id\":1}"))
        .isEqualTo("{\"method\":\"ping\",\"id\":1}");
  }

  @Test
  void idsAreKeptAsTheyAreWritten() {
    assertThat(line("{\"id\":\"a\\\"\\u00e9\",\"method\":\"m\"}").id()).isEqualTo("\"a\\\"é\"");
    assertThat(line("{\"id\":12345678901234567890,\"method\":\"m\"}").id())
        .isEqualTo("12345678901234567890");
    assertThat(line("{\"params\":{\"id\":7},\"method\":\"m\"}").isRequest()).isFalse();
  }

  @Test
  void aMessageSaysWhichRevisionItIsOfAndWhatItIsAbout() {
    Line line =
        line(
            """
            {"id":1,"method":"tools/call","params":{"_meta":
             {"io.modelcontextprotocol/protocolVersion":"2026-07-28"},"name":"task_list"}}""");
    assertThat(line.revision()).isEqualTo("2026-07-28");
    assertThat(line.subject()).isEqualTo("task_list");
    assertThat(line.parametersText()).startsWith("{\"_meta\"").endsWith("\"task_list\"}");
  }

  @Test
  void whatIsNoObjectIsNoLine() {
    assertThat(Line.of("[]")).isEmpty();
    assertThat(Line.of("{\"id\":")).isEmpty();
  }

  private static String withMeta(String text) {
    return line(text).withMeta(MORE);
  }

  private static Line line(String text) {
    return Line.of(text).orElseThrow();
  }
}
