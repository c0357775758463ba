package dev.aidis.standalone;

import static java.net.http.HttpRequest.BodyPublishers.ofString;

import dev.aidis.standalone.home.Settings;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Speaks to a tracker from outside, as other programs do: HTTP, MCP and SQL. */
final class TrackerClient implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Place place;

  TrackerClient(Settings settings) {
    this(Place.of(settings));
  }

  TrackerClient(Place place) {
    this.place = place;
  }

  /** Posts one note for each id, all of one owner, and returns the status. */
  int postNotes(String owner, List<UUID> ids) throws IOException, InterruptedException {
    String activities =
        ids.stream()
            .map(
                id ->
                    """
                    {"id": "%s", "type": "note_added", "owner": "%s", "body": "a note"}"""
                        .formatted(id, owner))
            .collect(Collectors.joining(","));
    HttpRequest request =
        request("/api/v1/activities")
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .POST(ofString("{\"activities\": [" + activities + "]}"))
            .build();
    return http.send(request, BodyHandlers.ofString()).statusCode();
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return post(path, json, "main");
  }

  HttpResponse<String> post(String path, String json, String workspace)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Aidis-Workspace", workspace)
            .timeout(Duration.ofSeconds(60))
            .POST(ofString(json))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** Runs statements that change rows. */
  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(root() + path))
            .header("Authorization", "Bearer " + token)
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> delete(String path) throws IOException, InterruptedException {
    return http.send(request(path).DELETE().build(), BodyHandlers.ofString());
  }

  /** A client of the MCP SDK, not yet initialized. */
  McpSyncClient mcp() {
    return McpClient.sync(
            HttpClientStreamableHttpTransport.builder(root()).requestBuilder(authorized()).build())
        .clientInfo(Implementation.builder("end-to-end", "1.0").build())
        .requestTimeout(Duration.ofSeconds(20))
        .build();
  }

  /** The rows of a query, the columns of each joined by {@code |}. */
  List<String> rows(String query, Object... arguments) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet results = statement.executeQuery()) {
        int columns = results.getMetaData().getColumnCount();
        while (results.next()) {
          rows.add(row(results, columns));
        }
      }
      return rows;
    }
  }

  static List<UUID> ids(int count) {
    return Stream.generate(UUID::randomUUID).limit(count).toList();
  }

  @Override
  public void close() {
    http.close();
  }

  private static String row(ResultSet results, int columns) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int column = 1; column <= columns; column++) {
      values.add(String.valueOf(results.getString(column)));
    }
    return String.join("|", values);
  }

  String root() {
    return place.http();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(place.jdbcUrl(), place.user(), place.password());
  }

  private HttpRequest.Builder request(String path) {
    return authorized().uri(URI.create(root() + path));
  }

  private HttpRequest.Builder authorized() {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    return place.token() == null
        ? request
        : request.header("Authorization", "Bearer " + place.token());
  }
}
