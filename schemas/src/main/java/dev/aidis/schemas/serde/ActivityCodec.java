package dev.aidis.schemas.serde;

import dev.aidis.schemas.Activity;
import java.io.EOFException;

/** The contract {@code activity}, version 1. */
final class ActivityCodec extends AvroCodec<Activity> {
  ActivityCodec(SchemaVersions versions) {
    super(versions);
  }

  @Override
  void write(Activity activity, FieldWriter out) {
    out.uuid(activity.id());
    out.text(activity.type());
    out.time(activity.occurredAt());
    out.time(activity.receivedAt());
    out.optionalTime(activity.claimedAt());
    out.text(activity.owner());
    out.text(activity.workspace());
    out.text(activity.machine());
    out.optionalText(activity.client());
    out.optionalText(activity.clientSession());
    out.optionalText(activity.project());
    out.optionalText(activity.repo());
    out.optionalText(activity.branch());
    out.optionalText(activity.head());
    out.optionalText(activity.aiModel());
    out.optionalText(activity.aiProvider());
    out.flag(activity.aiInvolved());
    out.optionalText(activity.description());
    out.optionalUuid(activity.taskId());
    out.optionalUuid(activity.contextId());
    out.optionalUuid(activity.decisionId());
    out.optionalText(activity.filePath());
    out.optionalNumber(activity.linesAdded());
    out.optionalNumber(activity.linesRemoved());
    out.optionalText(activity.title());
    out.optionalText(activity.body());
    out.optionalText(activity.taskStatus());
    out.list(activity.tags(), out::text);
    out.map(activity.attributes());
  }

  @Override
  Activity read(FieldReader in) throws EOFException {
    return new Activity(
        in.uuid(),
        in.text(),
        in.time(),
        in.time(),
        in.optionalTime(),
        in.text(),
        in.text(),
        in.text(),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.flag(),
        in.optionalText(),
        in.optionalUuid(),
        in.optionalUuid(),
        in.optionalUuid(),
        in.optionalText(),
        in.optionalNumber(),
        in.optionalNumber(),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.list(in::text),
        in.map());
  }
}
