package dev.aidis.cli.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.spool.Spool;
import dev.aidis.schemas.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class McpCommandTest {
  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"claude\",\"version\":\"1\"}}}";
  private static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
  private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
  private static final String CREATE = call(2, "task_create", "{\"title\":\"Tidy\"}");
  private static final String NOWHERE = "http://127.0.0.1:9";

  @TempDir private Path home;
  private FakeEndpoint tracker;

  @BeforeEach
  void start() throws IOException {
    tracker = new FakeEndpoint();
  }

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void messagesGoThroughAsTheyAreWithWhoAndWhereBesideThem() {
    // When
    List<String> answers = bridge(tracker.address(), INITIALIZE, INITIALIZED, CREATE);
    // Then
    assertThat(tracker.methods())
        .containsExactly("initialize", "notifications/initialized", "tools/call");
    assertThat(tracker.told().getFirst().body()).isEqualTo(INITIALIZE);
    FakeEndpoint.Told call = tracker.told().getLast();
    assertThat(call.body()).contains("\"_meta\":{\"aidis/callId\":\"", "\"title\":\"Tidy\"");
    assertThat(call.session()).isEqualTo("s1");
    assertThat(call.revision()).isEqualTo("2025-11-25");
    assertThat(call.header("Aidis-Client-Session")).isEqualTo("c-1");
    assertThat(call.header("Aidis-Workspace")).isEqualTo("docs");
    assertThat(answers)
        .containsExactly(
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"protocolVersion\":\"2025-11-25\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"elicitation/create\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"content\":[]}}");
  }

  @Test
  void eachMessageOfTheStatelessRevisionSaysWhatItIsInItsHeaders() {
    // When
    bridge(
        tracker.address(),
        """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"größe","_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}""");
    // Then
    FakeEndpoint.Told call = tracker.told().getFirst();
    assertThat(call.revision()).isEqualTo("2026-07-28");
    assertThat(call.header("Mcp-Method")).isEqualTo("tools/call");
    assertThat(call.header("Mcp-Name")).isEqualTo("=?base64?Z3LDtsOfZQ==?=");
    assertThat(call.session()).isNull();
  }

  @Test
  void aTrackerThatWasStartedAgainIsMetAgainUnseen() {
    // Given
    bridge(tracker.address(), INITIALIZE, LIST);
    // When
    List<String> answers =
        bridge(tracker.address(), INITIALIZE, INITIALIZED, "forget", LIST, INITIALIZED);
    // Then
    assertThat(answers).hasSize(2).last().asString().contains("\"id\":1", "task_create");
  }

  @Test
  void withoutTheTrackerItAnswersFromMemoryAndKeepsWhatIsRecorded() throws IOException {
    // Given
    bridge(tracker.address(), INITIALIZE, INITIALIZED, LIST);
    // When
    List<String> answers =
        bridge(
            NOWHERE,
            INITIALIZE,
            INITIALIZED,
            LIST,
            CREATE,
            call(3, "task_list", "{}"),
            call(4, "task_create", "{}"),
            "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\"}");
    // Then
    assertThat(answerTo(0, answers)).contains("\"protocolVersion\":\"2025-11-25\"");
    assertThat(answerTo(1, answers)).contains("\"task_create\"", "\"task_list\"");
    assertThat(answerTo(3, answers)).contains("\"isError\":true", "aidis up -d");
    assertThat(answerTo(4, answers)).contains("\"isError\":true", "title is missing");
    assertThat(answerTo(5, answers)).contains("\"result\":{}");
    String record = Files.readString(spool().waiting().getFirst());
    assertThat(record)
        .startsWith("path: /api/v1/tool-calls\n")
        .contains("\nAidis-Client: claude/1\n", "\nAidis-Client-Session: c-1\n")
        .doesNotContain("Aidis-Machine")
        .endsWith("\n\n{\"name\":\"task_create\",\"arguments\":{\"title\":\"Tidy\"}}");
    String key = record.replaceFirst("(?s).*Idempotency-Key: (\\S+).*", "$1");
    assertThat(answerTo(2, answers))
        .contains(
            "\"isError\":false", "\"task_id\":\"" + Ids.nameBased("call:" + key + ":0") + "\"");
    assertThat(spool().waiting()).hasSize(1);
  }

  @Test
  void whatIsNoMessageIsAnsweredAndNothingElseIsWritten() {
    assertThat(bridge(NOWHERE, "hello"))
        .containsExactly(
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"Parse error\"}}");
  }

  private Spool spool() {
    return Spool.of(run(NOWHERE).surroundings());
  }

  private CliRun run(String url) {
    return new CliRun(home)
        .with("AIDIS_URL", url)
        .with("AIDIS_WORKSPACE", "docs")
        .with("CLAUDE_CODE_SESSION_ID", "c-1")
        .with("XDG_STATE_HOME", home.resolve("state").toString())
        .with("XDG_CACHE_HOME", home.resolve("cache").toString());
  }

  /** What the assistant reads; {@code forget} is told to the tracker. */
  private List<String> bridge(String url, String... lines) {
    CliRun run = run(url);
    new McpCommand(run.surroundings(), new Typing(List.of(lines), tracker)).call();
    return run.out().lines().toList();
  }

  private static String answerTo(int id, List<String> answers) {
    return answers.stream()
        .filter(answer -> id == Json.read(answer).orElseThrow().number("id"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no answer to " + id + " in " + answers));
  }

  private static String call(int id, String tool, String arguments) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
        .formatted(id, tool, arguments);
  }

  /** Hands over a line at a time. */
  private static final class Typing extends java.io.InputStream {
    private final java.util.Iterator<String> lines;
    private final FakeEndpoint tracker;
    private ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);

    Typing(List<String> lines, FakeEndpoint tracker) {
      this.lines = lines.iterator();
      this.tracker = tracker;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      while (line.available() == 0) {
        if (!lines.hasNext()) {
          return -1;
        }
        String next = lines.next();
        if (next.equals("forget")) {
          tracker.forgetSessions();
        } else {
          line = new ByteArrayInputStream((next + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      return line.read(buffer, offset, length);
    }
  }
}
