package dev.aidis.sink.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.sink.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/sql.md and the plan show, run as it stands there. */
class DocumentedSqlIT {
  private static final Path PAGE = Path.of("../docs/sql.md");
  private static final Pattern BLOCK = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);
  private static final String PLAN = "/plan/5.3-historical-tracking-queries.sql";

  private static final String VIEWS =
      """
      SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
      """;

  private final SessionTable sessions =
      new SessionTable()
          .session(
              "ada",
              "now",
              "now",
              """
              tags = '{sink}', ai_model = 'opus', productivity_score = 64.5, duration_minutes = 90,
                tasks_created = 4, tasks_completed = 3
              """);

  @Test
  void everyExampleRunsInTheOrderOfThePage() throws IOException, SQLException {
    try (Connection connection = sessions.database().getConnection();
        Statement statement = connection.createStatement()) {
      for (String example : examples()) {
        statement.execute(example);
      }
    }
  }

  @Test
  void everyViewHasAnExample() throws IOException {
    // When
    List<String> views = TestDatabase.rows(sessions.database(), VIEWS);

    // Then
    assertThat(views).hasSizeGreaterThan(10);
    assertThat(String.join("\n", examples())).contains(views);
  }

  @Test
  void thePlansOwnQueriesGiveTheAnswer() throws IOException, SQLException {
    // When
    List<String> answers = answersOf(plan());

    // Then
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0)).endsWith("|1|64.5000000000000000|90.0000000000000000|3");
    assertThat(answers.get(1)).isEqualTo("sink|1|64.5000000000000000");
    assertThat(answers.get(2)).isEqualTo("opus|1|64.5000000000000000|0.75");
  }

  private static List<String> examples() throws IOException {
    return BLOCK.matcher(Files.readString(PAGE)).results().map(block -> block.group(1)).toList();
  }

  private static String plan() throws IOException {
    try (var in = Objects.requireNonNull(DocumentedSqlIT.class.getResourceAsStream(PLAN))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The first row of each statement. */
  private List<String> answersOf(String script) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = sessions.database().getConnection();
        Statement statement = connection.createStatement()) {
      boolean more = statement.execute(script);
      while (more) {
        answers.add(firstRow(statement.getResultSet()));
        more = statement.getMoreResults();
      }
    }
    return answers;
  }

  private static String firstRow(ResultSet rows) throws SQLException {
    rows.next();
    List<String> values = new ArrayList<>();
    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      values.add(String.valueOf(rows.getString(column)));
    }
    return String.join("|", values);
  }
}
