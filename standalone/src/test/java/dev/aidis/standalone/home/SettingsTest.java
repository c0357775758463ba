package dev.aidis.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Path USER_HOME = Path.of("/home/ada");

  @Test
  void anEmptyEnvironmentGivesTheDefaults() {
    // When
    Settings settings = Settings.from(Map.of(), USER_HOME);

    // Then
    assertThat(settings)
        .isEqualTo(
            new Settings(Path.of("/home/ada/.local/share/aidis"), 7717, 7718, 7719, null, null));
  }

  @Test
  void everyVariableIsRead() {
    // Given
    Map<String, String> environment =
        Map.of(
            "AIDIS_HOME", "/data/aidis",
            "AIDIS_PORT", "8001",
            "AIDIS_POSTGRES_PORT", "8002",
            "AIDIS_KAFKA_PORT", "8003",
            "AIDIS_OWNER", "ada",
            "AIDIS_PARTITIONS", "6",
            "AIDIS_BIND", "0.0.0.0");

    // When
    Settings settings = Settings.from(environment, USER_HOME);

    // Then
    assertThat(environment.keySet()).isEqualTo(Settings.NAMES);
    assertThat(settings)
        .isEqualTo(new Settings(Path.of("/data/aidis"), 8001, 8002, 8003, "ada", 6, "0.0.0.0"));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:7717",
    "0.0.0.0, http://127.0.0.1:7717",
    "::, http://127.0.0.1:7717",
    "10.0.0.7, http://10.0.0.7:7717",
    "fd00::7, http://[fd00::7]:7717"
  })
  void programsOfThisMachineReachItWhereItListens(String bind, String http) {
    assertThat(Settings.from(Map.of("AIDIS_BIND", bind), USER_HOME).http()).isEqualTo(http);
  }

  @Test
  void theDefaultHomeLiesBelowHomeWhateverTheUserListSays() {
    assertThat(Settings.from(Map.of("HOME", "/srv/ada"), USER_HOME).home())
        .isEqualTo(Path.of("/srv/ada/.local/share/aidis"));
  }

  @ParameterizedTest
  @CsvSource({
    "/xdg, /xdg/aidis",
    "relative, /home/ada/.local/share/aidis",
    "'', /home/ada/.local/share/aidis"
  })
  void theDefaultHomeFollowsTheXdgSpecification(String dataHome, Path expected) {
    // When
    Settings settings = Settings.from(Map.of("XDG_DATA_HOME", dataHome), USER_HOME);

    // Then
    assertThat(settings.home()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AIDIS_PORT          | many    | AIDIS_PORT is 'many': set it to a number",
        "AIDIS_PORT          | 0       | AIDIS_PORT is 0: set it to a port from 1 to 65535",
        "AIDIS_KAFKA_PORT    | 70000   | AIDIS_KAFKA_PORT is 70000: set it to a port from 1 to 65535",
        "AIDIS_POSTGRES_PORT | 7717    | AIDIS_PORT and AIDIS_POSTGRES_PORT are both 7717: set one of them to another port",
        "AIDIS_PARTITIONS    | 0       | AIDIS_PARTITIONS is 0: set it to a number from 1 to 200",
        "AIDIS_OWNER         | ada/bob | AIDIS_OWNER is no good: owner must contain neither '/' nor control characters, has U+002F at 3"
      })
  void aBadValueIsNamedWithWhatToDo(String name, String value, String message) {
    // Given
    Map<String, String> environment = new HashMap<>(Map.of(name, value));

    // When / Then
    assertThatExceptionOfType(StartException.class)
        .isThrownBy(() -> Settings.from(environment, USER_HOME))
        .withMessage(message);
  }
}
