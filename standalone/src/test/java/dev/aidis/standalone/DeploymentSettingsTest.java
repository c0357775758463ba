package dev.aidis.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The table of variables in docs/deploying.md: complete, and each of them is taken. */
class DeploymentSettingsTest {
  private static final Path PAGE = Path.of("../docs/deploying.md");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(AIDIS_\\w+)` \\| [a-z, ]+ \\| [^|]*\\| `([^`]+)` \\|", Pattern.MULTILINE);

  /** An issuer is refused without it. */
  private static final Map<String, Object> NEEDED =
      Map.of("AIDIS_OAUTH_RESOURCE", "https://another.example");

  /** One component of a record of settings, and the variable that sets it. */
  record Setting(Class<?> settings, RecordComponent component) {
    String variable() {
      String prefix = settings.getAnnotation(ConfigurationProperties.class).prefix();
      return (prefix + "." + component.getName())
          .replaceAll("([a-z])([A-Z])", "$1_$2")
          .replace('.', '_')
          .toUpperCase(Locale.ROOT);
    }
  }

  @Test
  void thePageNamesEachSettingOfTheServicesAndNoOther() throws IOException {
    assertThat(new TreeSet<>(documented().stream().map(row -> row.group(1)).toList()))
        .isEqualTo(new TreeSet<>(settings().map(Setting::variable).toList()));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void itsExampleIsTaken(Setting setting) throws IOException, ReflectiveOperationException {
    // Given
    String example =
        documented().stream()
            .filter(row -> row.group(1).equals(setting.variable()))
            .findFirst()
            .orElseThrow()
            .group(2);

    // When
    Object byDefault = bound(setting, NEEDED);
    Map<String, Object> environment = new HashMap<>(NEEDED);
    environment.put(setting.variable(), example);
    Object set = bound(setting, environment);

    // Then
    assertThat(set).as("%s=%s", setting.variable(), example).isNotNull().isNotEqualTo(byDefault);
  }

  private static List<MatchResult> documented() throws IOException {
    return ROW.matcher(Files.readString(PAGE)).results().toList();
  }

  static Stream<Setting> settings() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                "dev.aidis.service", "dev.aidis.ingest", "dev.aidis.processor", "dev.aidis.sink")
            .stream()
            .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
            .map(JavaClass::reflect)
            .flatMap(
                type ->
                    Arrays.stream(type.getRecordComponents())
                        .map(component -> new Setting(type, component)));
  }

  private static @Nullable Object bound(Setting setting, Map<String, Object> environment)
      throws ReflectiveOperationException {
    StandardEnvironment all = new StandardEnvironment();
    all.getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
    Object settings =
        Binder.get(all)
            .bindOrCreate(
                setting.settings.getAnnotation(ConfigurationProperties.class).prefix(),
                setting.settings);
    var accessor = setting.component.getAccessor();
    accessor.setAccessible(true);
    return accessor.invoke(settings);
  }
}
