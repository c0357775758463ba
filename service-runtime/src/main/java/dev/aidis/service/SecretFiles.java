package dev.aidis.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Lets secrets come from files, as container platforms hand them out: {@code
 * SPRING_DATASOURCE_PASSWORD_FILE=/run/secrets/x} is as if {@code SPRING_DATASOURCE_PASSWORD} had
 * the file's content, without white space around it. So it is with every variable whose name begins
 * with {@code SPRING_} and ends with {@code _FILE}.
 */
public final class SecretFiles implements EnvironmentPostProcessor {
  private static final String PREFIX = "SPRING_";
  private static final String SUFFIX = "_FILE";

  /** Spring reads a source as environment variables if its name ends like this. */
  private static final String NAME =
      "secretFiles-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

  /**
   * @throws IllegalStateException with a sentence, if a file cannot be read, or if the variable
   *     itself is set too
   */
  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Map<String, Object> secrets = read(environment.getSystemEnvironment());
    if (!secrets.isEmpty()) {
      environment
          .getPropertySources()
          .addAfter(
              StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
              new SystemEnvironmentPropertySource(NAME, secrets));
    }
  }

  /** The variables that files stand for. */
  static Map<String, Object> read(Map<String, Object> variables) {
    Map<String, Object> secrets = new HashMap<>();
    variables.forEach(
        (name, file) -> {
          if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && !file.toString().isBlank()) {
            String target = name.substring(0, name.length() - SUFFIX.length());
            if (variables.containsKey(target)) {
              throw new IllegalStateException(
                  "%s and %s are both set: keep one of them".formatted(target, name));
            }
            secrets.put(target, content(name, file.toString()));
          }
        });
    return secrets;
  }

  private static String content(String name, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new IllegalStateException(
          "%s is %s, which cannot be read (%s): name a file that this service may read"
              .formatted(name, file, e),
          e);
    }
  }
}
