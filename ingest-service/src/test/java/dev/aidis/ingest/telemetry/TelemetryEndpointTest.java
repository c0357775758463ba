package dev.aidis.ingest.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.RunningTracker;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.TokenAttributes;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TelemetryEndpointTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PROTOBUF = "application/x-protobuf";
  private static RunningTracker tracker;

  @BeforeAll
  static void start() {
    tracker = RunningTracker.start();
  }

  @AfterAll
  static void stop() {
    tracker.close();
  }

  @BeforeEach
  void forget() {
    tracker.publisher().reset();
  }

  @Test
  void whatClaudeCodeSendsIsTakenAndCountedOnce() throws Exception {
    for (String line : TelemetryBench.fixtureLines()) {
      JsonNode sent = TelemetryBench.json(line);
      HttpResponse<String> response =
          tracker.post(sent.path("url").asString(), sent.path("body").toString());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("{}");
      assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    }
    assertThat(tracker.publisher().published())
        .singleElement()
        .satisfies(
            told ->
                assertThat(TokenAttributes.read(told.attributes()).costMicroUsd())
                    .isEqualTo(3_240));
  }

  @Test
  void protobufPackedWithGzipTellsTheSame() throws Exception {
    byte[] request = Messages.tokens(NumberDataPoint.newBuilder().setAsInt(77));
    HttpResponse<byte[]> response = send("/v1/metrics", PROTOBUF, packed(request), "gzip");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("Content-Type")).hasValue(PROTOBUF);
    assertThat(tracker.publisher().published())
        .extracting(Activity::attributes)
        .first()
        .satisfies(told -> assertThat(told).containsEntry("input_tokens", "77"));
  }

  @Test
  void aRejectedPointIsAPartialSuccess() throws Exception {
    byte[] request =
        Messages.tokens(
            NumberDataPoint.newBuilder().setAsInt(-1), NumberDataPoint.newBuilder().setAsInt(5));
    HttpResponse<byte[]> response = send("/v1/metrics", PROTOBUF, request, "identity");

    assertThat(response.statusCode()).isEqualTo(200);
    var partial = ExportMetricsServiceResponse.parseFrom(response.body()).getPartialSuccess();
    assertThat(partial.getRejectedDataPoints()).isEqualTo(1);
    assertThat(partial.getErrorMessage()).contains("must be a number from 0");
    assertThat(tracker.publisher().published()).hasSize(1);
  }

  @Test
  void whatIsNoExportIsRefusedForGood() throws Exception {
    assertThat(tracker.post("/v1/metrics", "{garbage").statusCode()).isEqualTo(400);
    assertThat(tracker.post("/v1/metrics", "[]").statusCode()).isEqualTo(400);
    assertThat(send("/v1/logs", PROTOBUF, new byte[] {10, 99}, "identity").statusCode())
        .isEqualTo(400);
    assertThat(send("/v1/logs", PROTOBUF, new byte[] {1, 2}, "gzip").statusCode()).isEqualTo(400);
    assertThat(send("/v1/logs", "text/plain", new byte[0], "identity").statusCode()).isEqualTo(415);
    assertThat(send("/v1/logs", PROTOBUF, new byte[0], "br").statusCode()).isEqualTo(415);
    assertThat(
            send("/v1/logs", PROTOBUF, packed(new byte[OtlpBody.MAX_BYTES + 1]), "gzip")
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void anExporterIsToComeAgainWhenKafkaIsAway() throws Exception {
    tracker.publisher().breakDown();
    byte[] request = Messages.tokens(NumberDataPoint.newBuilder().setAsInt(77));
    HttpResponse<byte[]> response = send("/v1/metrics", PROTOBUF, request, "identity");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }

  private static HttpResponse<byte[]> send(
      String path, String type, byte[] body, String contentEncoding)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(tracker.uri(path))
            .header("Content-Type", type)
            .header("Content-Encoding", contentEncoding)
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
