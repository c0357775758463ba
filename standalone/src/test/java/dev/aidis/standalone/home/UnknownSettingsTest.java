package dev.aidis.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownSettingsTest {
  @Test
  void anUnknownVariableIsToldWithTheNearestName() {
    // When
    List<String> warnings =
        UnknownSettings.warnings(Set.of("AIDIS_PROT", "AIDIS_POSTGRESPORT", "AIDIS_PORT", "PATH"));

    // Then
    assertThat(warnings)
        .containsExactly(
            "there is no setting AIDIS_POSTGRESPORT: did you mean AIDIS_POSTGRES_PORT?",
            "there is no setting AIDIS_PROT: did you mean AIDIS_PORT?");
  }

  @Test
  void whatTheCommandLineOrAServiceReadsIsNotWarnedOf() {
    // When
    List<String> warnings =
        UnknownSettings.warnings(
            Set.of("AIDIS_URL", "AIDIS_JAVA_OPTIONS", "AIDIS_PROCESSOR_INACTIVITY_GAP"));

    // Then
    assertThat(warnings).isEmpty();
  }
}
