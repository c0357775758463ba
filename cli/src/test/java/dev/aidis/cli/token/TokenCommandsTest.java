package dev.aidis.cli.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.CliRun;
import dev.aidis.cli.FakeTracker;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandsTest {
  private static final String SECRET =
      "aidis_0123456789abcdef_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  private static final String TOKEN =
      """
      {"id":"0123456789abcdef","name":"desk\\u001b[2J","owner":"ada","machine":"desk","administrator":true,
       "status":"good","createdAt":"2026-11-22T10:00:00Z","expiresAt":"2027-01-31T00:00:00Z"}""";

  private final FakeTracker tracker = new FakeTracker();
  @TempDir private Path home;

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void aNewTokenIsShownOnceWithWhereToPutIt() {
    // Given
    tracker.answers(
        "/api/v1/tokens",
        201,
        "{\"token\":" + TOKEN + ",\"secret\":\"" + SECRET + "\",\"editorKey\":\"e-d-i-t\"}");

    // When
    CliRun.Result run =
        aidis("token", "create", "--owner=ada", "--machine=desk", "--expires=90d", "--admin");

    // Then
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().findFirst()).contains(SECRET);
    assertThat(run.out())
        .contains(
            "token 0123456789abcdef of ada, for desk, until 2027-01-31T00:00:00Z",
            "api_key = e-d-i-t");
    assertThat(tracker.posted())
        .containsExactly(
            "{\"owner\":\"ada\",\"machine\":\"desk\",\"expiresAt\":\"2027-02-20T12:00:00Z\",\"administrator\":true}");
  }

  @Test
  void quietPrintsTheSecretAlone() {
    tracker.answers("/api/v1/tokens", 201, "{\"secret\":\"" + SECRET + "\"}");

    assertThat(aidis("token", "create", "-q").out()).isEqualTo(SECRET + "\n");
    assertThat(tracker.posted()).containsExactly("{}");
  }

  @Test
  void theListShowsGoodTokensAndNoControlCharacters() {
    // Given
    String old = TOKEN.replace("good", "revoked").replace("0123456789abcdef", "ffffffffffffffff");
    tracker.answers("/api/v1/tokens", 200, "{\"tokens\":[" + TOKEN + "," + old + "]}");

    // When / Then
    assertThat(aidis("token", "list").out())
        .isEqualTo(
            """
            ID                STATUS   OWNER             MACHINE           MADE              ENDS              NAME
            0123456789abcdef  good     ada               desk              2026-11-22 10:00  2027-01-31 00:00  desk\\u{1b}[2J (administrator)
            """);
    assertThat(aidis("token", "list", "--all").out()).contains("ffffffffffffffff  revoked");
  }

  @Test
  void aSecretThatGotOutCanBeRevokedWithoutSendingItOn() {
    // Given
    tracker.answers("/api/v1/tokens/0123456789abcdef", 200, TOKEN);

    // When
    CliRun.Result run = aidis("token", "revoke", SECRET);

    // Then
    assertThat(run.out()).isEqualTo("Token 0123456789abcdef opens nothing any more.\n");
    assertThat(tracker.requests().getFirst().method()).isEqualTo("DELETE");
  }

  @Test
  void whatIsNoIdOrNoTimeIsAUsageError() {
    assertThat(aidis("token", "revoke", "../sessions").exitCode()).isEqualTo(2);
    CliRun.Result run = aidis("token", "create", "--expires", "soon");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--expires 'soon' is no time: write 12h, 90d");
  }

  @Test
  void theUsersTokenIsSentFromTheVariableOrTheFile() throws Exception {
    // Given
    tracker.answers("/api/v1/tokens", 200, "{\"tokens\":[]}");
    Path file = Files.writeString(home.resolve("token"), SECRET + "\n");

    // When / Then
    new CliRun(home).with(tracker).with("AIDIS_TOKEN", "aidis_1").aidis("token", "list");
    assertThat(tracker.header("Authorization")).isEqualTo("Bearer aidis_1");
    new CliRun(home).with(tracker).with("AIDIS_TOKEN_FILE", file.toString()).aidis("token", "list");
    assertThat(tracker.header("Authorization")).isEqualTo("Bearer " + SECRET);
    aidis("token", "list");
    assertThat(tracker.header("Authorization")).isEmpty();
  }

  @Test
  void aTrackerThatWantsATokenSaysWhatToDoAlsoToWhatIsPosted() {
    // Given
    tracker.answers("/api/v1/tokens", 401, "{\"detail\":\"no\"}");

    // When / Then
    for (String[] command :
        new String[][] {{"token", "list"}, {"token", "create"}, {"sessions", "list"}}) {
      tracker.answers("/api/v1/sessions", 401, "{}");
      CliRun.Result run = aidis(command);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("set AIDIS_TOKEN to it");
    }
  }

  private CliRun.Result aidis(String... arguments) {
    return new CliRun(home).with(tracker).aidis(arguments);
  }
}
