package dev.aidis.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void what_was_opened_last_is_closed_first() throws IOException {
    // Given
    Closing parts = new Closing();
    parts.keep("broker", () -> closed.add("broker"));
    parts.keep("client", () -> closed.add("client"));

    // When
    parts.close();

    // Then
    assertThat(closed).containsExactly("client", "broker");
  }

  @Test
  void the_others_are_closed_though_one_fails() {
    // Given
    IOException first = new IOException("client");
    IllegalStateException second = new IllegalStateException("processor");
    Closing parts = new Closing();
    parts.keep("broker", () -> closed.add("broker"));
    parts.keep("processor", () -> fail(second));
    parts.keep("client", () -> fail(first));

    // When
    Throwable thrown = catchThrowable(parts::close);

    // Then
    assertThat(closed).containsExactly("broker");
    assertThat(thrown).isSameAs(first).hasSuppressedException(second);
  }

  @Test
  void a_failure_to_start_stays_the_one_that_is_told() {
    // Given
    IllegalStateException start = new IllegalStateException("the producer does not start");
    IOException close = new IOException("client");
    Closing parts = new Closing();
    parts.keep("client", () -> fail(close));

    // When
    parts.closeAfter(start);

    // Then
    assertThat(start).hasSuppressedException(close);
  }

  private static <E extends Exception> void fail(E failure) throws E {
    throw failure;
  }
}
