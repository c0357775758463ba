package dev.aidis.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SecretFilesTest {
  @TempDir private Path folder;

  @Test
  void aPasswordComesFromTheFileThatItsVariableNames() throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("password"), "s3cret word\n");
    StandardEnvironment environment =
        environment(Map.of("SPRING_DATASOURCE_PASSWORD_FILE", file.toString()));

    // When
    new SecretFiles().postProcessEnvironment(environment, new SpringApplication());

    // Then
    assertThat(Binder.get(environment).bind("spring.datasource.password", String.class).get())
        .isEqualTo("s3cret word");
  }

  @Test
  void variablesOfOthersStayAsTheyAre() {
    assertThat(SecretFiles.read(Map.of("AIDIS_TOKEN_FILE", "/nowhere", "PWD_FILE", "/nowhere")))
        .isEmpty();
  }

  @Test
  void anEmptyNameOfAFileCountsAsNone() {
    assertThat(SecretFiles.read(Map.of("SPRING_DATASOURCE_PASSWORD_FILE", ""))).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsToldByItsVariable() {
    assertThatThrownBy(
            () -> SecretFiles.read(Map.of("SPRING_DATASOURCE_PASSWORD_FILE", "/not/there")))
        .hasMessageStartingWith("SPRING_DATASOURCE_PASSWORD_FILE is /not/there, which cannot be");
  }

  @Test
  void aSecretInBothWaysIsRefused() {
    assertThatThrownBy(
            () -> SecretFiles.read(Map.of("SPRING_X", "a", "SPRING_X_FILE", "/etc/hostname")))
        .hasMessage("SPRING_X and SPRING_X_FILE are both set: keep one of them");
  }

  private static StandardEnvironment environment(Map<String, Object> variables) {
    StandardEnvironment environment =
        new StandardEnvironment() {
          @Override
          public Map<String, Object> getSystemEnvironment() {
            return variables;
          }
        };
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    return environment;
  }
}
