package dev.aidis.benchmarks.plan;

import dev.aidis.benchmarks.load.Tables;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The plan's {@code recordActivity} (section 2.3): three statements an activity, each committed by
 * itself, on the plan's own tables (section 1). It keeps no tasks, files or decisions, and never
 * counts twice only because nothing is ever sent twice: less work than the sink does.
 */
public final class PlansWay {
  private static final String TABLES =
      """
      DROP SCHEMA IF EXISTS plan CASCADE;
      CREATE SCHEMA plan;
      CREATE TABLE plan.sessions (
        id SERIAL PRIMARY KEY,
        uuid UUID DEFAULT gen_random_uuid() UNIQUE,
        started_at TIMESTAMP DEFAULT NOW(),
        ended_at TIMESTAMP,
        last_activity_at TIMESTAMP DEFAULT NOW(),
        duration_minutes INTEGER,
        status VARCHAR(20) DEFAULT 'active',
        session_goals TEXT,
        session_notes TEXT,
        tags TEXT[],
        mcp_connection_id TEXT,
        ai_model VARCHAR(100),
        ai_provider VARCHAR(50) DEFAULT 'anthropic',
        tasks_created INTEGER DEFAULT 0,
        tasks_completed INTEGER DEFAULT 0,
        tasks_in_progress INTEGER DEFAULT 0,
        tasks_todo INTEGER DEFAULT 0,
        context_items_added INTEGER DEFAULT 0,
        decisions_made INTEGER DEFAULT 0,
        loc_added INTEGER DEFAULT 0,
        loc_removed INTEGER DEFAULT 0,
        net_loc INTEGER GENERATED ALWAYS AS (loc_added - loc_removed) STORED,
        files_modified TEXT[],
        productivity_score DECIMAL(5,2),
        created_at TIMESTAMP DEFAULT NOW(),
        updated_at TIMESTAMP DEFAULT NOW());
      CREATE INDEX ON plan.sessions (status);
      CREATE INDEX ON plan.sessions (started_at DESC);
      CREATE INDEX ON plan.sessions USING GIN (tags);
      CREATE TABLE plan.session_activities (
        id SERIAL PRIMARY KEY,
        session_id INTEGER REFERENCES plan.sessions (id) ON DELETE CASCADE,
        activity_type VARCHAR(50) NOT NULL,
        activity_description TEXT,
        file_path TEXT,
        ai_interaction BOOLEAN DEFAULT false,
        occurred_at TIMESTAMP DEFAULT NOW());
      CREATE INDEX ON plan.session_activities (session_id);
      CREATE INDEX ON plan.session_activities (activity_type);
      CREATE INDEX ON plan.session_activities (occurred_at DESC);
      """;

  private static final String SESSION =
      "INSERT INTO plan.sessions (ai_model) VALUES ('claude-sonnet-4-5') RETURNING id";

  private static final String TOUCH = "UPDATE plan.sessions SET last_activity_at = ? WHERE id = ?";

  private static final String RECORD =
      """
      INSERT INTO plan.session_activities
        (session_id, activity_type, activity_description, file_path, ai_interaction, occurred_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  /** The plan counts six kinds; each activity here counts as one, as most of the plan's do. */
  private static final String COUNT =
      "UPDATE plan.sessions SET tasks_created = tasks_created + 1 WHERE id = ?";

  private final String jdbcUrl;
  private final int connections;

  private PlansWay(String jdbcUrl, int connections) {
    this.jdbcUrl = jdbcUrl;
    this.connections = connections;
  }

  /** Activities per second. Each connection writes for tracker keys of its own. */
  public static double measure(String jdbcUrl, int connections, List<Activity> activities)
      throws Exception {
    return new PlansWay(jdbcUrl, connections).run(activities);
  }

  private double run(List<Activity> activities) throws Exception {
    Map<String, Integer> sessions = prepare(activities);
    List<List<Activity>> shares = new ArrayList<>();
    for (int share = 0; share < connections; share++) {
      shares.add(new ArrayList<>());
    }
    activities.forEach(
        activity -> shares.get(sessionOf(activity, sessions) % connections).add(activity));
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<?>> running = new ArrayList<>();
      for (List<Activity> share : shares) {
        running.add(
            threads.submit(
                () -> {
                  record(share, sessions);
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    double rate = activities.size() / ((System.nanoTime() - begin) / 1e9);
    requireAll(activities.size());
    return rate;
  }

  private Map<String, Integer> prepare(List<Activity> activities) throws SQLException {
    Map<String, Integer> sessions = new HashMap<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
      for (Activity activity : activities) {
        if (!sessions.containsKey(activity.owner())) {
          try (ResultSet row = statement.executeQuery(SESSION)) {
            row.next();
            sessions.put(activity.owner(), row.getInt(1));
          }
        }
      }
    }
    return sessions;
  }

  private static int sessionOf(Activity activity, Map<String, Integer> sessions) {
    return Objects.requireNonNull(sessions.get(activity.owner()), activity.owner());
  }

  private void record(List<Activity> share, Map<String, Integer> sessions) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement touch = connection.prepareStatement(TOUCH);
        PreparedStatement insert = connection.prepareStatement(RECORD);
        PreparedStatement count = connection.prepareStatement(COUNT)) {
      for (Activity activity : share) {
        int session = sessionOf(activity, sessions);
        Timestamp at = Timestamp.from(activity.occurredAt());
        touch.setTimestamp(1, at);
        touch.setInt(2, session);
        touch.executeUpdate();
        insert.setInt(1, session);
        insert.setString(2, activity.type());
        insert.setString(3, activity.description());
        insert.setString(4, activity.filePath());
        insert.setBoolean(5, activity.aiInvolved());
        insert.setTimestamp(6, at);
        insert.executeUpdate();
        if (activity.kind() != ActivityType.HEARTBEAT) {
          count.setInt(1, session);
          count.executeUpdate();
        }
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, "aidis", "");
  }

  private void requireAll(int activities) throws SQLException {
    Tables.require(jdbcUrl, "SELECT count(*) FROM plan.session_activities", activities);
    Tables.require(jdbcUrl, "SELECT sum(tasks_created) FROM plan.sessions", activities);
  }
}
