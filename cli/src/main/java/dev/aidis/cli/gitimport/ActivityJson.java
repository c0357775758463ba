package dev.aidis.cli.gitimport;

import dev.aidis.git.Commit;
import dev.aidis.git.FileChange;
import dev.aidis.schemas.ActivityLimits;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.TrackerKey;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes activities as the tracker's REST API takes them. Thread-safe.
 *
 * @param workspace the activities go to
 * @param project they are done in
 * @param repo they are done in, an address or a directory
 * @param branch whose history it is, if HEAD is on one
 */
record ActivityJson(
    OwnerRule ownerRule, String workspace, String project, String repo, @Nullable String branch) {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String CLIENT = "git";

  byte[] write(List<CommitActivity> activities) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(activities.size() * 400);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("activities");
      activities.forEach(activity -> write(json, activity));
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * The same for the same commit, file, owner and workspace, so that importing again changes
   * nothing. The tracker's own owner is the empty one here: an import of one's own commits and one
   * of all authors have different ids, as they are different owners' activities.
   */
  UUID id(CommitActivity activity) {
    String owner = ownerRule.ownerOf(activity.commit().header().authorEmail());
    String scope = workspace.equals(TrackerKey.MAIN) ? owner : owner + "/" + workspace;
    FileChange file = activity.file();
    return Ids.nameBased(
        "git:" + scope + ":" + activity.commit().sha() + ":" + (file == null ? "" : file.path()));
  }

  private void write(JsonGenerator json, CommitActivity activity) {
    Commit commit = activity.commit();
    String owner = ownerRule.ownerOf(commit.header().authorEmail());
    json.writeStartObject();
    json.writeStringProperty("id", id(activity).toString());
    json.writeStringProperty("occurredAt", String.valueOf(commit.header().authoredAt()));
    if (!owner.equals(OwnerRule.NOT_NAMED)) {
      json.writeStringProperty("owner", owner);
    }
    json.writeStringProperty("workspace", workspace);
    json.writeStringProperty("client", CLIENT);
    json.writeStringProperty("project", bounded(project, ActivityLimits.SHORT));
    json.writeStringProperty("repo", bounded(repo, ActivityLimits.TEXT));
    if (branch != null) {
      json.writeStringProperty("branch", bounded(branch, ActivityLimits.TEXT));
    }
    json.writeStringProperty("head", commit.sha());
    Optional<String> assistant = AiCoAuthors.provider(commit.coAuthors());
    if (assistant.isPresent()) {
      json.writeBooleanProperty("aiInvolved", true);
      json.writeStringProperty("aiProvider", assistant.get());
    }
    writeMatter(json, activity);
    json.writeEndObject();
  }

  private static void writeMatter(JsonGenerator json, CommitActivity activity) {
    FileChange file = activity.file();
    if (file == null) {
      writeCommit(json, activity.commit());
    } else {
      json.writeStringProperty("type", ActivityType.FILE_MODIFIED.wireName());
      json.writeStringProperty("filePath", bounded(file.path(), ActivityLimits.TEXT));
      json.writeNumberProperty("linesAdded", file.linesAdded());
      json.writeNumberProperty("linesRemoved", file.linesRemoved());
    }
  }

  /** Without the fields for lines: those of the files are counted already. */
  private static void writeCommit(JsonGenerator json, Commit commit) {
    json.writeStringProperty("type", ActivityType.CODE_MEASURED.wireName());
    json.writeStringProperty("description", bounded(commit.subject(), ActivityLimits.TEXT));
    json.writeObjectPropertyStart("attributes");
    json.writeStringProperty("commitLinesAdded", Long.toString(commit.linesAdded()));
    json.writeStringProperty("commitLinesRemoved", Long.toString(commit.linesRemoved()));
    json.writeStringProperty("files", Integer.toString(commit.files().size()));
    json.writeEndObject();
  }

  private static String bounded(String text, int length) {
    String clean = text.replace('\0', ' ');
    return clean.length() <= length ? clean : clean.substring(0, length - 1) + "…";
  }
}
