package dev.aidis.sink.rebuild;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables, in an order in which rows can be inserted. Their columns are the catalog's, so that a
 * column added later is rebuilt too; names are quoted by the catalog.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists and sets made by List.of and Set.of
enum RebuiltTable {
  /** A project that no activity names may have been made by hand: it stays. */
  PROJECTS(
      List.of("name"),
      Set.of("id", "uuid", "is_default", "updated_at"),
      List.of(
          "sessions.project_id", "tasks.project_id", "context.project_id", "decisions.project_id")),
  SESSIONS(
      List.of("uuid"),
      Set.of("id", "revision", "amended"),
      List.of(
          "tasks.session_id",
          "context.session_id",
          "decisions.session_id",
          "session_activities.session_id",
          "session_files.session_id")),
  ABSORBED_SESSIONS(List.of("uuid"), Set.of("number", "revision"), List.of()),
  TASKS(List.of("uuid"), Set.of("id"), List.of("session_activities.task_id")),
  CONTEXT(List.of("uuid"), Set.of("id"), List.of("session_activities.context_id")),
  DECISIONS(List.of("uuid"), Set.of("id"), List.of("session_activities.decision_id")),
  SESSION_ACTIVITIES(List.of("uuid", "occurred_at"), Set.of("id"), List.of()),
  SESSION_FILES(List.of("session_id", "file_path"), Set.of("id"), List.of());

  private final List<String> key;
  private final Set<String> kept;
  private final List<String> references;

  /**
   * @param key what names a row for ever
   * @param kept columns that an existing row keeps
   * @param references columns of other tables that hold its number
   */
  RebuiltTable(List<String> key, Set<String> kept, List<String> references) {
    this.key = key;
    this.kept = kept;
    this.references = references;
  }

  String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its rows only refer to others, with numbers that nobody uses. */
  boolean isReferring() {
    return this == SESSION_ACTIVITIES || this == SESSION_FILES;
  }

  /** Gives new rows the numbers that rows got while these were built. */
  List<String> renumbering(String schema) {
    List<String> statements =
        references.stream()
            .map(
                reference -> {
                  String[] tableAndColumn = reference.split("\\.", -1);
                  return """
                  UPDATE aidis_rebuild.%1$s r SET %2$s = o.id
                  FROM aidis_rebuild.%3$s n JOIN %4$s.%3$s o ON %5$s
                  WHERE n.id <> o.id AND r.%2$s = n.id
                  """
                      .formatted(
                          tableAndColumn[0], tableAndColumn[1], tableName(), schema, sameKey());
                })
            .collect(Collectors.toList());
    statements.add(
        """
        UPDATE aidis_rebuild.%1$s n SET id = o.id FROM %2$s.%1$s o WHERE %3$s AND n.id <> o.id
        """
            .formatted(tableName(), schema, sameKey()));
    return statements;
  }

  String deletion(String schema) {
    return """
    DELETE FROM %2$s.%1$s o WHERE NOT EXISTS (SELECT FROM aidis_rebuild.%1$s n WHERE %3$s)
    """
        .formatted(tableName(), schema, sameKey());
  }

  /** A session that is there is not absorbed. */
  static String resurrection(String schema) {
    return """
    DELETE FROM %1$s.absorbed_sessions a USING aidis_rebuild.sessions s WHERE s.uuid = a.uuid
    """
        .formatted(schema);
  }

  String update(String schema, List<String> columns) {
    List<String> compared =
        columns.stream().filter(one -> !kept.contains(one) && !key.contains(one)).toList();
    return """
    UPDATE %2$s.%1$s o SET %4$s FROM aidis_rebuild.%1$s n
    WHERE %3$s AND ROW (%5$s) IS DISTINCT FROM ROW (%6$s)
    """
        .formatted(
            tableName(),
            schema,
            sameKey(),
            compared.stream().map(one -> one + " = n." + one).collect(Collectors.joining(", ")),
            prefixed("o", compared),
            prefixed("n", compared));
  }

  String insertion(String schema, List<String> columns) {
    List<String> inserted =
        columns.stream().filter(one -> !isReferring() || !one.equals("id")).toList();
    return """
    INSERT INTO %2$s.%1$s (%4$s)
    SELECT %5$s FROM aidis_rebuild.%1$s n
    WHERE NOT EXISTS (SELECT FROM %2$s.%1$s o WHERE %3$s)
    ORDER BY %6$s
    """
        .formatted(
            tableName(),
            schema,
            sameKey(),
            String.join(", ", inserted),
            prefixed("n", inserted),
            this == ABSORBED_SESSIONS ? "n.uuid" : "n.id");
  }

  private String sameKey() {
    return key.stream()
        .map(column -> "o." + column + " = n." + column)
        .collect(Collectors.joining(" AND "));
  }

  private static String prefixed(String alias, List<String> columns) {
    return columns.stream().map(one -> alias + "." + one).collect(Collectors.joining(", "));
  }
}
