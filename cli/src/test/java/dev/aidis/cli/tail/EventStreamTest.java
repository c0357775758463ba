package dev.aidis.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.cli.tail.EventStream.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  @Test
  void eventsHaveANameTheirDataAndThePlaceTheyAreAt() throws IOException {
    assertThat(read("event: activity\nid: 7\ndata: {}\n\ndata: a\ndata:b\n\n"))
        .containsExactly(new Event("activity", "{}", "7"), new Event("message", "a\nb", "7"));
  }

  @Test
  void commentsUnknownFieldsAndEventsWithoutDataAreNone() throws IOException {
    assertThat(read(": still here\nretry: 10\n\nevent: idle\n\n\n\n")).isEmpty();
  }

  @Test
  void anEventThatBreaksOffIsNone() throws IOException {
    assertThat(read("data: whole\n\ndata: hal"))
        .containsExactly(new Event("message", "whole", null));
  }

  @Test
  void linesMayEndAsOnOtherSystems() throws IOException {
    assertThat(read("data: a\r\n\r\ndata: b\r\r"))
        .extracting(Event::data)
        .containsExactly("a", "b");
  }

  private static List<Event> read(String text) throws IOException {
    List<Event> events = new ArrayList<>();
    EventStream.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), events::add);
    return events;
  }
}
