package dev.aidis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aidis.ingest.session.PostgresSessions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class SessionSettingsTest {

  @Test
  void withoutSettingsASessionIsOpenForTwoHoursAfterItsLastActivity() {
    assertThat(sessionsWith(Map.of()).inactivityGap()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void aSessionIsOpenAsLongAsTheProcessorIsToldToKeepItWhateverElseThatIsTold() {
    // When
    PostgresSessions sessions =
        sessionsWith(
            Map.of("aidis.processor.inactivity-gap", "3h", "aidis.processor.threads", "4"));
    // Then
    assertThat(sessions.inactivityGap()).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void aGapThatIsNotPositiveIsRefused() {
    assertThatThrownBy(() -> sessionsWith(Map.of("aidis.processor.inactivity-gap", "0s")))
        .rootCause()
        .hasMessage("aidis.processor.inactivity-gap PT0S must be positive");
  }

  /** The database is not asked. */
  private static PostgresSessions sessionsWith(Map<String, Object> settings) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("t", settings));
      context.registerBean(DataSource.class, PGSimpleDataSource::new);
      context.registerBean(InstantSource.class, () -> InstantSource.fixed(Instant.EPOCH));
      context.register(AnswersConfiguration.class);
      context.refresh();
      return context.getBean(PostgresSessions.class);
    }
  }
}
