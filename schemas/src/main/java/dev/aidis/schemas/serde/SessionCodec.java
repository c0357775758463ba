package dev.aidis.schemas.serde;

import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.Latest;
import dev.aidis.schemas.ModelUse;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.Session;
import dev.aidis.schemas.TokenUsage;
import java.io.EOFException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract {@code session}, version 2. */
final class SessionCodec extends AvroCodec<Session> {
  private static final List<Closure> CLOSURES = List.of(Closure.values());
  private static final List<GoalVerdict.Answer> ANSWERS = List.of(GoalVerdict.Answer.values());

  SessionCodec(SchemaVersions versions) {
    super(versions);
  }

  @Override
  void write(Session session, FieldWriter out) {
    out.uuid(session.id());
    out.trackerKey(session.trackerKey());
    writePosition(session.first(), out);
    writePosition(session.last(), out);
    out.flag(session.startsWithStart());
    writeOptionalPosition(session.takenOverAt(), out);
    out.flag(session.onlyConnections());
    out.flag(session.pausedAtEnd());
    out.constant(session.closure(), CLOSURES);
    out.number(session.revision());
    out.time(session.createdAt());
    out.time(session.touchedAt());
    out.flag(session.amended());
    out.duration(session.active());
    out.duration(session.paused());
    writeLatest(session.goal(), out);
    writeLatest(session.project(), out);
    writeLatest(session.clientSession(), out);
    out.list(session.tags(), out::text);
    out.list(session.machines(), out::text);
    out.list(session.clients(), out::text);
    out.list(session.models(), use -> writeModelUse(use, out));
    writeCounters(session.counters(), out);
    writeVerdict(session.goalVerdict(), out);
  }

  @Override
  Session read(FieldReader in) throws EOFException {
    return new Session(
        in.uuid(),
        in.trackerKey(),
        readPosition(in),
        readPosition(in),
        in.flag(),
        in.isPresent() ? readPosition(in) : null,
        in.flag(),
        in.flag(),
        in.constant(CLOSURES),
        in.longNumber(),
        in.time(),
        in.time(),
        in.flag(),
        in.duration(),
        in.duration(),
        in.isPresent() ? readLatest(in) : null,
        in.isPresent() ? readLatest(in) : null,
        in.isPresent() ? readLatest(in) : null,
        in.list(in::text),
        in.list(in::text),
        in.list(in::text),
        in.list(() -> readModelUse(in)),
        readCounters(in),
        in.isPresent() ? readVerdict(in) : null);
  }

  private static void writePosition(Position position, FieldWriter out) {
    out.time(position.occurredAt());
    out.number(position.rank());
    out.uuid(position.activityId());
  }

  private static Position readPosition(FieldReader in) throws EOFException {
    return new Position(in.time(), in.number(), in.uuid());
  }

  private static void writeOptionalPosition(@Nullable Position position, FieldWriter out) {
    out.presence(position);
    if (position != null) {
      writePosition(position, out);
    }
  }

  private static void writeLatest(@Nullable Latest latest, FieldWriter out) {
    out.presence(latest);
    if (latest != null) {
      out.text(latest.value());
      writePosition(latest.toldAt(), out);
    }
  }

  private static Latest readLatest(FieldReader in) throws EOFException {
    return new Latest(in.text(), readPosition(in));
  }

  private static void writeModelUse(ModelUse use, FieldWriter out) {
    out.text(use.model());
    out.optionalText(use.provider());
    out.time(use.firstAt());
    out.time(use.lastAt());
    out.number(use.activities());
  }

  private static ModelUse readModelUse(FieldReader in) throws EOFException {
    return new ModelUse(in.text(), in.optionalText(), in.time(), in.time(), in.longNumber());
  }

  private static void writeCounters(Counters counters, FieldWriter out) {
    out.number(counters.activities());
    out.number(counters.tasksCreated());
    out.number(counters.tasksCompleted());
    out.number(counters.tasksInProgress());
    out.number(counters.tasksTodo());
    out.number(counters.contextItemsAdded());
    out.number(counters.decisionsMade());
    out.number(counters.filesModified());
    out.number(counters.fileModifications());
    out.number(counters.fileMentions());
    out.number(counters.linesAddedByAi());
    out.number(counters.linesRemovedByAi());
    out.number(counters.linesAddedByHuman());
    out.number(counters.linesRemovedByHuman());
    out.number(counters.prompts());
    out.number(counters.toolUses());
    writeUsage(counters.usage(), out);
  }

  private static Counters readCounters(FieldReader in) throws EOFException {
    return new Counters(
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        readUsage(in));
  }

  private static void writeUsage(TokenUsage usage, FieldWriter out) {
    out.number(usage.inputTokens());
    out.number(usage.outputTokens());
    out.number(usage.cacheReadTokens());
    out.number(usage.cacheCreationTokens());
    out.number(usage.costMicroUsd());
  }

  private static TokenUsage readUsage(FieldReader in) throws EOFException {
    return new TokenUsage(
        in.longNumber(), in.longNumber(), in.longNumber(), in.longNumber(), in.longNumber());
  }

  private static void writeVerdict(@Nullable GoalVerdict verdict, FieldWriter out) {
    out.presence(verdict);
    if (verdict != null) {
      out.constant(verdict.answer(), ANSWERS);
      out.optionalText(verdict.explanation());
      writePosition(verdict.toldAt(), out);
    }
  }

  private static GoalVerdict readVerdict(FieldReader in) throws EOFException {
    return new GoalVerdict(in.constant(ANSWERS), in.optionalText(), readPosition(in));
  }
}
