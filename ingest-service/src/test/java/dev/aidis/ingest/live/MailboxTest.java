package dev.aidis.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private static final Duration NOT_AT_ALL = Duration.ZERO;

  private final Mailbox mailbox = new Mailbox();

  @Test
  void eventsComeInTheirOrder() {
    mailbox.put(activity(1));
    mailbox.put(activity(2));

    assertThat(mailbox.take(NOT_AT_ALL)).isEqualTo(activity(1));
    assertThat(mailbox.take(NOT_AT_ALL)).isEqualTo(activity(2));
    assertThat(mailbox.take(NOT_AT_ALL)).isNull();
  }

  @Test
  void whoeverDoesNotKeepUpIsToldHowMuchWasDropped() {
    // When
    for (int i = 0; i <= Mailbox.CAPACITY; i++) {
      mailbox.put(activity(i));
    }

    // Then
    assertThat(mailbox.take(NOT_AT_ALL)).isEqualTo(new Event("dropped", null, "{\"events\":256}"));
    assertThat(mailbox.take(NOT_AT_ALL)).isEqualTo(activity(Mailbox.CAPACITY));
    assertThat(mailbox.take(NOT_AT_ALL)).isNull();
  }

  @Test
  void howThingsStandIsNotDropped() {
    // Given
    Event session = new Event("session", null, "1");
    mailbox.put(session);

    // When
    for (int i = 0; i < Mailbox.CAPACITY; i++) {
      mailbox.put(activity(i));
    }

    // Then
    assertThat(mailbox.take(NOT_AT_ALL)).isEqualTo(new Event("dropped", null, "{\"events\":255}"));
    assertThat(mailbox.take(NOT_AT_ALL)).isEqualTo(session);
    assertThat(mailbox.take(NOT_AT_ALL)).isEqualTo(activity(Mailbox.CAPACITY - 1));
  }

  @Test
  void largeEventsCountByTheirSize() {
    // Given
    Event large = new Event("activity", "1", "x".repeat(Mailbox.MOST_TEXT));

    // When
    mailbox.put(large);
    mailbox.put(large);
    mailbox.put(activity(1));

    // Then
    assertThat(mailbox.take(NOT_AT_ALL)).isEqualTo(new Event("dropped", null, "{\"events\":2}"));
    assertThat(mailbox.take(NOT_AT_ALL)).isEqualTo(activity(1));
  }

  @Test
  void onlyTheLastStateWaits() {
    mailbox.put(new Event("session", null, "1"));
    mailbox.put(activity(1));
    mailbox.put(new Event("session", null, "2"));
    mailbox.put(new Event("idle", null, "{}"));

    assertThat(mailbox.take(NOT_AT_ALL)).isEqualTo(activity(1));
    assertThat(mailbox.take(NOT_AT_ALL)).isEqualTo(new Event("idle", null, "{}"));
    assertThat(mailbox.take(NOT_AT_ALL)).isNull();
  }

  @Test
  void aClosedOneGivesAndTakesNothing() {
    mailbox.put(activity(1));
    mailbox.close();
    mailbox.put(activity(2));

    assertThat(mailbox.take(Duration.ofSeconds(20))).isNull();
    assertThat(mailbox.isClosed()).isTrue();
  }

  @Test
  void anEventIsWrittenAsBrowsersReadIt() {
    assertThat(new String(activity(7).bytes(), StandardCharsets.UTF_8))
        .isEqualTo("id: 7\nevent: activity\ndata: {}\n\n");
  }

  private static Event activity(int number) {
    return new Event("activity", Integer.toString(number), "{}");
  }
}
