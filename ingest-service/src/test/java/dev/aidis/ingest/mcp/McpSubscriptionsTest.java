package dev.aidis.ingest.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.ingest.FakeSessions;
import dev.aidis.ingest.RunningTracker;
import dev.aidis.schemas.TrackerKey;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CompleteReference;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import io.modelcontextprotocol.spec.McpSchema.SubscribeRequest;
import io.modelcontextprotocol.spec.McpSchema.UnsubscribeRequest;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Subscriptions and completions, with the SDK's own client. */
@Timeout(60)
class McpSubscriptionsTest {
  private static final String CURRENT = "aidis://session/current";
  private static final TrackerKey ADA = new TrackerKey("ada", TrackerKey.MAIN);
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
  void reset() {
    tracker.sessions().reset();
  }

  @Test
  void whoSubscribedIsToldWhenTheSessionChanged() throws Exception {
    // Given
    BlockingQueue<List<ResourceContents>> told = new LinkedBlockingQueue<>();
    try (McpSyncClient client = tracker.mcpClient(told::add)) {
      client.initialize();
      client.subscribeResource(SubscribeRequest.builder(CURRENT).build());
      // When
      tracker.sessions().has(FakeSessions.changed());
      tracker.signals().signal(ADA);
      // Then
      assertThat(told.poll(20, TimeUnit.SECONDS))
          .isNotNull()
          .extracting(ResourceContents::uri)
          .containsExactly(CURRENT);
      // When
      client.unsubscribeResource(UnsubscribeRequest.builder(CURRENT).build());
      // Then
      assertThat(tracker.signals().listeners()).isZero();
    }
  }

  @Test
  void whoEndsItsSessionIsNotWatchedForAnyMore() {
    try (McpSyncClient client = tracker.mcpClient()) {
      // Given
      client.initialize();
      client.subscribeResource(SubscribeRequest.builder(CURRENT).build());
      assertThat(tracker.signals().listeners()).isEqualTo(1);
      // When
      client.closeGracefully();
      // Then
      assertThat(tracker.signals().listeners()).isZero();
    }
  }

  @Test
  void whatAUserBeginsToTypeIsCompleted() {
    try (McpSyncClient client = tracker.mcpClient()) {
      client.initialize();
      assertThat(complete(client, new PromptReference("retrospective"), "session", "4"))
          .containsExactly("48");
      assertThat(complete(client, new PromptReference("start_session"), "project", "A"))
          .containsExactly("aidis");
      assertThat(complete(client, new PromptReference("start_session"), "tags", ""))
          .containsExactly("feature");
      assertThat(complete(client, new ResourceReference("aidis://stats/{period}"), "period", "w"))
          .containsExactly("week");
      assertThat(
              complete(
                  client, new ResourceReference("aidis://session/{session}/report"), "session", ""))
          .containsExactly("current", "48");
      // When
      tracker.sessions().breakDown();
      // Then
      assertThat(complete(client, new PromptReference("retrospective"), "session", "")).isEmpty();
    }
  }

  private static List<String> complete(
      McpSyncClient client, CompleteReference reference, String argument, String begun) {
    return client
        .completeCompletion(
            CompleteRequest.builder(
                    reference, new CompleteRequest.CompleteArgument(argument, begun))
                .build())
        .completion()
        .values();
  }
}
