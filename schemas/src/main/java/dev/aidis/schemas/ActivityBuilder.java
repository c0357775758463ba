package dev.aidis.schemas;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link Activity}, which checks itself. Not thread-safe. Defaults: workspace {@link
 * TrackerKey#MAIN}, {@code receivedAt} as {@code occurredAt}, everything else absent; {@code
 * occurredAt}, {@code owner} and {@code machine} must be given.
 */
public final class ActivityBuilder {
  private UUID id;
  private final String type;
  private @Nullable Instant occurredAt;
  private @Nullable Instant receivedAt;
  private @Nullable Instant claimedAt;
  private @Nullable String owner;
  private String workspace = TrackerKey.MAIN;
  private @Nullable String machine;
  private @Nullable String client;
  private @Nullable String clientSession;
  private @Nullable String project;
  private @Nullable String repo;
  private @Nullable String branch;
  private @Nullable String head;
  private @Nullable String aiModel;
  private @Nullable String aiProvider;
  private boolean aiInvolved;
  private @Nullable String description;
  private @Nullable UUID taskId;
  private @Nullable UUID contextId;
  private @Nullable UUID decisionId;
  private @Nullable String filePath;
  private @Nullable Integer linesAdded;
  private @Nullable Integer linesRemoved;
  private @Nullable String title;
  private @Nullable String body;
  private @Nullable String taskStatus;
  private List<String> tags = List.of();
  private Map<String, String> attributes = Map.of();

  ActivityBuilder(UUID id, String type) {
    this.id = id;
    this.type = type;
  }

  ActivityBuilder(Activity from) {
    this.id = from.id();
    this.type = from.type();
    this.occurredAt = from.occurredAt();
    this.receivedAt = from.receivedAt();
    this.claimedAt = from.claimedAt();
    this.owner = from.owner();
    this.workspace = from.workspace();
    this.machine = from.machine();
    this.client = from.client();
    this.clientSession = from.clientSession();
    this.project = from.project();
    this.repo = from.repo();
    this.branch = from.branch();
    this.head = from.head();
    this.aiModel = from.aiModel();
    this.aiProvider = from.aiProvider();
    this.aiInvolved = from.aiInvolved();
    this.description = from.description();
    this.taskId = from.taskId();
    this.contextId = from.contextId();
    this.decisionId = from.decisionId();
    this.filePath = from.filePath();
    this.linesAdded = from.linesAdded();
    this.linesRemoved = from.linesRemoved();
    this.title = from.title();
    this.body = from.body();
    this.taskStatus = from.taskStatus();
    this.tags = from.tags();
    this.attributes = from.attributes();
  }

  public ActivityBuilder id(UUID id) {
    this.id = id;
    return this;
  }

  public ActivityBuilder occurredAt(Instant occurredAt) {
    this.occurredAt = occurredAt;
    return this;
  }

  public ActivityBuilder receivedAt(Instant receivedAt) {
    this.receivedAt = receivedAt;
    return this;
  }

  public ActivityBuilder claimedAt(@Nullable Instant claimedAt) {
    this.claimedAt = claimedAt;
    return this;
  }

  public ActivityBuilder owner(String owner) {
    this.owner = owner;
    return this;
  }

  public ActivityBuilder workspace(String workspace) {
    this.workspace = workspace;
    return this;
  }

  public ActivityBuilder machine(String machine) {
    this.machine = machine;
    return this;
  }

  public ActivityBuilder client(@Nullable String client) {
    this.client = client;
    return this;
  }

  public ActivityBuilder clientSession(@Nullable String clientSession) {
    this.clientSession = clientSession;
    return this;
  }

  public ActivityBuilder project(@Nullable String project) {
    this.project = project;
    return this;
  }

  public ActivityBuilder repo(@Nullable String repo) {
    this.repo = repo;
    return this;
  }

  public ActivityBuilder branch(@Nullable String branch) {
    this.branch = branch;
    return this;
  }

  public ActivityBuilder head(@Nullable String head) {
    this.head = head;
    return this;
  }

  public ActivityBuilder aiModel(@Nullable String aiModel) {
    this.aiModel = aiModel;
    return this;
  }

  public ActivityBuilder aiProvider(@Nullable String aiProvider) {
    this.aiProvider = aiProvider;
    return this;
  }

  public ActivityBuilder aiInvolved(boolean aiInvolved) {
    this.aiInvolved = aiInvolved;
    return this;
  }

  public ActivityBuilder description(@Nullable String description) {
    this.description = description;
    return this;
  }

  public ActivityBuilder taskId(@Nullable UUID taskId) {
    this.taskId = taskId;
    return this;
  }

  public ActivityBuilder contextId(@Nullable UUID contextId) {
    this.contextId = contextId;
    return this;
  }

  public ActivityBuilder decisionId(@Nullable UUID decisionId) {
    this.decisionId = decisionId;
    return this;
  }

  public ActivityBuilder filePath(@Nullable String filePath) {
    this.filePath = filePath;
    return this;
  }

  public ActivityBuilder linesAdded(@Nullable Integer linesAdded) {
    this.linesAdded = linesAdded;
    return this;
  }

  public ActivityBuilder linesRemoved(@Nullable Integer linesRemoved) {
    this.linesRemoved = linesRemoved;
    return this;
  }

  public ActivityBuilder title(@Nullable String title) {
    this.title = title;
    return this;
  }

  public ActivityBuilder body(@Nullable String body) {
    this.body = body;
    return this;
  }

  public ActivityBuilder taskStatus(@Nullable String taskStatus) {
    this.taskStatus = taskStatus;
    return this;
  }

  public ActivityBuilder tags(List<String> tags) {
    this.tags = tags;
    return this;
  }

  /** One attribute more, or another value of one. */
  public ActivityBuilder attribute(String name, String value) {
    Map<String, String> more = new HashMap<>(attributes);
    more.put(name, value);
    attributes = more;
    return this;
  }

  public ActivityBuilder attributes(Map<String, String> attributes) {
    this.attributes = attributes;
    return this;
  }

  /**
   * The activity.
   *
   * @throws IllegalArgumentException if a field is out of its bounds
   * @throws NullPointerException if a required field is missing
   */
  public Activity build() {
    Instant happenedAt = Objects.requireNonNull(occurredAt, "occurredAt");
    return new Activity(
        id,
        type,
        happenedAt,
        receivedAt == null ? happenedAt : receivedAt,
        claimedAt,
        Objects.requireNonNull(owner, "owner"),
        workspace,
        Objects.requireNonNull(machine, "machine"),
        client,
        clientSession,
        project,
        repo,
        branch,
        head,
        aiModel,
        aiProvider,
        aiInvolved,
        description,
        taskId,
        contextId,
        decisionId,
        filePath,
        linesAdded,
        linesRemoved,
        title,
        body,
        taskStatus,
        tags,
        attributes);
  }
}
