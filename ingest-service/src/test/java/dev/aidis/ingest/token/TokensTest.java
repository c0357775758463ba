package dev.aidis.ingest.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.MemoryTokenLog;
import dev.aidis.ingest.activity.LogUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private final MemoryTokenLog log = new MemoryTokenLog();
  private Instant now = NOON;
  private final Tokens tokens = new Tokens(log, () -> now);

  @Test
  void aSecretOpensItsTokenAndNoOther() {
    // Given
    Tokens.Issued ada = tokens.issue(wanted("ada", null));
    Tokens.Issued bob = tokens.issue(wanted("bob", null));
    String halfAdaHalfBob =
        ada.secret().text().substring(0, 23) + bob.secret().text().substring(23);

    // When / Then
    assertThat(tokens.opened(ada.secret().text())).contains(ada.token());
    assertThat(tokens.opened(bob.secret().text())).contains(bob.token());
    assertThat(tokens.opened(halfAdaHalfBob)).isEmpty();
    assertThat(tokens.opened(ada.secret().editorKey())).isEmpty();
    assertThat(tokens.opened("")).isEmpty();
  }

  @Test
  void itsEditorKeyIsARandomUuidAsEditorsWantIt() {
    // Given
    Tokens.Issued ada = tokens.issue(wanted("ada", null));
    String key = ada.secret().editorKey();

    // When / Then: the pattern is that of wakatime-cli
    assertThat(key)
        .matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    assertThat(tokens.openedByEditor(key)).contains(ada.token());
    assertThat(tokens.openedByEditor("waka_" + key)).contains(ada.token());
    assertThat(tokens.openedByEditor(ada.secret().text())).isEmpty();
  }

  @Test
  void nothingThatIsKeptTellsTheSecret() {
    // When
    Tokens.Issued ada = tokens.issue(wanted("ada", null));

    // Then
    String kept = new String(TokenCodec.encode(log.kept().getFirst()), StandardCharsets.UTF_8);
    assertThat(kept)
        .doesNotContain(ada.secret().text().substring(23))
        .doesNotContain(ada.secret().editorKey());
    assertThat(ada.toString()).doesNotContain(ada.secret().text().substring(23));
  }

  @Test
  void aRevokedTokenOpensNothingOnAnyInstance() {
    // Given
    Tokens.Issued ada = tokens.issue(wanted("ada", null));
    Tokens other = new Tokens(log, () -> now);
    assertThat(other.opened(ada.secret().text())).isPresent();

    // When
    tokens.revoke(ada.token());

    // Then
    assertThat(other.opened(ada.secret().text())).isEmpty();
    assertThat(other.openedByEditor(ada.secret().editorKey())).isEmpty();
    assertThat(tokens.opened(ada.secret().text())).isEmpty();
    assertThat(tokens.isAnyGood()).isFalse();
  }

  @Test
  void anOlderRecordDoesNotBringARevokedTokenBack() {
    // Given
    Tokens.Issued ada = tokens.issue(wanted("ada", null));
    tokens.revoke(ada.token());

    // When
    log.append(ada.token());

    // Then
    assertThat(tokens.opened(ada.secret().text())).isEmpty();
    assertThat(new Tokens(log, () -> now).opened(ada.secret().text())).isEmpty();
  }

  @Test
  void anExpiredTokenOpensNothing() {
    // Given
    Tokens.Issued ada = tokens.issue(wanted("ada", NOON.plusSeconds(60)));
    assertThat(tokens.opened(ada.secret().text())).isPresent();

    // When
    now = NOON.plusSeconds(60);

    // Then
    assertThat(tokens.opened(ada.secret().text())).isEmpty();
    assertThat(tokens.openedByEditor(ada.secret().editorKey())).isEmpty();
  }

  @Test
  void aTokenThatWasNotKeptIsNone() {
    // Given
    log.breakDown();

    // When / Then
    assertThatThrownBy(() -> tokens.issue(wanted("ada", null)))
        .isInstanceOf(LogUnavailableException.class);
    assertThat(tokens.all()).isEmpty();
  }

  @Test
  void anEndThatIsOverAndAnOwnerThatCannotBeAreRefused() {
    assertThatThrownBy(() -> tokens.issue(wanted("ada", NOON)))
        .hasMessage("expiresAt 2026-11-28T12:00:00Z is over; name a time to come, or none");
    assertThatThrownBy(() -> tokens.issue(wanted("ada/main", null)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** As the first version wrote them: every later one must read it. */
  @Test
  void aTokenOfTheFirstVersionIsRead() {
    // Given
    String kept =
        """
        {"id":"0123456789abcdef","name":"laptop","owner":"ada","machine":"laptop","administrator":true,
         "createdAt":"2026-11-28T12:00:00Z","expiresAt":null,"revokedAt":"2026-11-28T13:00:00Z",
         "secretHash":"00ff","editorKeyHash":"ff00","field of a later version":1}
        """;

    // When
    Token token = TokenCodec.decode(kept.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(token)
        .isEqualTo(
            new Token(
                "0123456789abcdef",
                "laptop",
                "ada",
                "laptop",
                true,
                NOON,
                null,
                NOON.plusSeconds(3600),
                "00ff",
                "ff00"));
    assertThat(TokenCodec.decode(TokenCodec.encode(token))).isEqualTo(token);
  }

  private static Tokens.Wanted wanted(String owner, @Nullable Instant expiresAt) {
    return new Tokens.Wanted(owner, null, null, false, expiresAt);
  }
}
