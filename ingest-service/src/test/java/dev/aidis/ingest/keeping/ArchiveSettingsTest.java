package dev.aidis.ingest.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ArchiveSettingsTest {

  @Test
  void withoutSettingsMonthsAreArchivedAfterNinetyDays() {
    assertThat(bind(Map.of())).isEqualTo(new ArchiveSettings(null, Duration.ofDays(90)));
  }

  @Test
  void everyKeyIsTakenAndABareNumberIsDays() {
    assertThat(bind(Map.of("aidis.archive.directory", "old", "aidis.archive.age", "30")))
        .isEqualTo(new ArchiveSettings(Path.of("old"), Duration.ofDays(30)));
  }

  @Test
  void anAgeThatIsNotPositiveIsRefused() {
    assertThatThrownBy(() -> bind(Map.of("aidis.archive.age", "0")))
        .rootCause()
        .hasMessage("aidis.archive.age PT0S must be positive");
  }

  private static ArchiveSettings bind(Map<String, String> keys) {
    return new Binder(new MapConfigurationPropertySource(keys))
        .bindOrCreate("aidis.archive", ArchiveSettings.class);
  }
}
