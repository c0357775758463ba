package dev.aidis.standalone;

import dev.aidis.standalone.embedded.EmbeddedDatabase;
import dev.aidis.standalone.home.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Where a tracker is, however it runs.
 *
 * @param http without a path
 * @param token of the administrator; null if it needs none
 * @param jdbcUrl of its database
 * @param user who may change the database's rows
 */
public record Place(
    String http, @Nullable String token, String jdbcUrl, String user, String password) {

  static Place of(Settings settings) {
    return new Place(
        settings.http(),
        null,
        "jdbc:postgresql://127.0.0.1:%d/aidis".formatted(settings.postgresPort()),
        EmbeddedDatabase.NAME,
        "");
  }
}
