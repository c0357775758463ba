package dev.aidis.queries;

import static dev.aidis.schemas.ActivityType.TASK_COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.queries.accomplishment.AccomplishmentQueries;
import dev.aidis.queries.comparison.ComparisonQueries;
import dev.aidis.queries.context.ContextQueries;
import dev.aidis.queries.patterns.PatternQueries;
import dev.aidis.queries.stats.ClockQueries;
import dev.aidis.queries.stats.DateRange;
import dev.aidis.queries.stats.Period;
import dev.aidis.queries.stats.StatsQueries;
import dev.aidis.schemas.TrackerKey;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever one owner asks, also by another's numbers and ids, the answer is the one that a tracker
 * gives in which the other owner never did anything.
 */
class OwnersApartIT {
  private static final DataSource SHARED = TestDatabase.migrated();
  private static final DataSource ALONE = TestDatabase.migrated();
  private static final Tracker ADA = new Tracker("ada");
  private static final Tracker BOB = new Tracker("bob");

  private static final Set<Class<?>> QUERIES =
      Set.of(
          SessionQueries.class,
          TimelineQueries.class,
          KnowledgeQueries.class,
          ProjectQueries.class,
          WorkspaceQueries.class,
          ItemQueries.class,
          StatsQueries.class,
          ClockQueries.class,
          ComparisonQueries.class,
          PatternQueries.class,
          AccomplishmentQueries.class,
          ContextQueries.class);

  /** Whoever runs the tracker has set it for all. */
  private static final Set<String> OF_EVERYBODY = Set.of("ProjectQueries.defaultProject");

  private static final Scope SCOPE = Scope.of("ada");
  private static final TrackerKey KEY = new TrackerKey("ada", TrackerKey.MAIN);
  private static final Instant NOW = Tracker.at("12:30");
  private static final Duration GAP = Duration.ofHours(2);
  private static final DateRange DAYS =
      new DateRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 3));

  /** A question of Ada's, named by the method that answers it. */
  record Question(String method, Function<DataSource, Object> ask) {
    @Override
    public String toString() {
      return method;
    }
  }

  @BeforeAll
  static void work() throws SQLException {
    SomeWork.of(ADA, "ada", 0);
    ADA.writeTo(SHARED);
    ADA.writeTo(ALONE);
    SomeWork.of(BOB, "bob", 1_000);
    BOB.writeTo(SHARED);
  }

  static List<Question> questions() {
    return Stream.of(sessions(), belongings(), items(), numbers()).flatMap(List::stream).toList();
  }

  private static List<Question> sessions() {
    return List.of(
        asks("SessionQueries.list", at -> sessions(at).list(filter())),
        asks("SessionQueries.list", at -> sessions(at).list(filter().withText("secret"))),
        asks("SessionQueries.list", at -> sessions(at).list(filter().withProject("bob-project"))),
        asks("SessionQueries.page", at -> sessions(at).page(filter())),
        asks("SessionQueries.byNumber", at -> sessions(at).byNumber("ada", 3)),
        asks("SessionQueries.byId", at -> sessions(at).byId("ada", bobs())),
        asks("SessionQueries.current", at -> sessions(at).current(KEY, NOW, GAP)),
        asks(
            "SessionQueries.sessionOf",
            at -> sessions(at).sessionOf("ada", Tracker.id(1_001), Tracker.at("09:00"))),
        asks(
            "SessionQueries.isWritten",
            at -> sessions(at).isWritten("ada", Tracker.id(1_001), Tracker.at("09:00"))),
        asks("ProjectQueries.lastOf", at -> new ProjectQueries(at).lastOf("ada", Instant.EPOCH)));
  }

  private static List<Question> belongings() {
    return List.of(
        asks("SessionQueries.files", at -> sessions(at).files("ada", bobs(), 10).most()),
        asks("SessionQueries.files", at -> sessions(at).files("ada", bobs(), 10).all()),
        asks("SessionQueries.tasks", at -> sessions(at).tasks("ada", bobs())),
        asks(
            "TimelineQueries.page",
            at -> new TimelineQueries(at).page("ada", bobs(), TimelineFilter.newest(50))),
        asks("TimelineQueries.latest", at -> new TimelineQueries(at).latest("ada", bobs(), 50)),
        asks(
            "TimelineQueries.archivedMonths",
            at -> new TimelineQueries(at).archivedMonths("ada", bobs())),
        asks("KnowledgeQueries.progress", at -> knowledge(at).progress("ada", bobs())),
        asks(
            "KnowledgeQueries.completedTasks",
            at -> knowledge(at).completedTasks("ada", bobs(), 9)),
        asks("KnowledgeQueries.decisions", at -> knowledge(at).decisions("ada", bobs(), 9)),
        asks(
            "KnowledgeQueries.latestDecisions",
            at -> knowledge(at).latestDecisions("ada", bobs(), 9)),
        asks("KnowledgeQueries.context", at -> knowledge(at).context("ada", bobs(), 9)),
        asks("ContextQueries.of", at -> new ContextQueries(at).of("ada", bobs(), NOW)),
        asks("ContextQueries.current", at -> new ContextQueries(at).current(KEY, NOW, GAP)));
  }

  private static List<Question> items() {
    ItemFilter all = ItemFilter.newest("ada", 10);
    ItemFilter bobs = all.withText("bob");
    return List.of(
        asks("ItemQueries.tasks", at -> new ItemQueries(at).tasks(all, null)),
        asks("ItemQueries.tasks", at -> new ItemQueries(at).tasks(bobs, "completed")),
        asks("ItemQueries.decisions", at -> new ItemQueries(at).decisions(all)),
        asks("ItemQueries.decisions", at -> new ItemQueries(at).decisions(bobs)),
        asks("ItemQueries.context", at -> new ItemQueries(at).context(all)),
        asks("ItemQueries.context", at -> new ItemQueries(at).context(bobs)),
        asks("ProjectQueries.newest", at -> new ProjectQueries(at).newest("ada")),
        asks("ProjectQueries.of", at -> new ProjectQueries(at).of("ada", 10)),
        asks("WorkspaceQueries.of", at -> new WorkspaceQueries(at).of("ada", 10)));
  }

  private static List<Question> numbers() {
    return List.of(
        asks(
            "StatsQueries.report",
            at -> new StatsQueries(at).report(SCOPE, new Period.All(), ZoneOffset.UTC, NOW)),
        asks("StatsQueries.of", at -> new StatsQueries(at).of(SCOPE, DAYS, ZoneOffset.UTC)),
        asks(
            "StatsQueries.of",
            at -> new StatsQueries(at).of(SCOPE.withTag("bob-tag"), DAYS, ZoneOffset.UTC)),
        asks(
            "ClockQueries.between",
            at -> new ClockQueries(at).between(SCOPE, Tracker.at("00:00"), Tracker.at("23:00"))),
        asks("ClockQueries.of", at -> new ClockQueries(at).of("ada", new UUID[] {bobs(), adas()})),
        asks("PatternQueries.of", at -> new PatternQueries(at).of(SCOPE, DAYS, ZoneOffset.UTC)),
        asks(
            "PatternQueries.of",
            at -> new PatternQueries(at).of(SCOPE, new Period.All(), ZoneOffset.UTC, NOW)),
        asks(
            "StatsQueries.days",
            at -> new StatsQueries(at).days(SCOPE, new Period.All(), ZoneOffset.UTC, NOW)),
        asks("AccomplishmentQueries.ofLast", at -> new AccomplishmentQueries(at).ofLast(SCOPE, 9)),
        asks("ComparisonQueries.compare", OwnersApartIT::compare));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theAnswerIsThatOfATrackerWithoutTheOther(Question question) {
    // When
    Object answer = question.ask().apply(SHARED);

    // Then
    assertThat(answer).isEqualTo(question.ask().apply(ALONE));
    assertThat(answer.toString()).doesNotContain("bob-");
  }

  @Test
  void aTaskOfTheOtherIsNotShownWhereItIsReferredTo() throws SQLException {
    // Given
    Tracker eve = new Tracker("eve");
    eve.did(eve.activity(2_001, TASK_COMPLETED, "12:10").taskId(Tracker.id(1_051)));
    eve.writeTo(SHARED);
    UUID session = eve.lastSession().id();

    // When, Then
    assertThat(sessions(SHARED).tasks("eve", session)).isEmpty();
    assertThat(knowledge(SHARED).completedTasks("eve", session, 9)).isEmpty();
  }

  @Test
  void everyMethodThatAnswersIsAsked() {
    // When
    Set<String> methods =
        QUERIES.stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(OwnersApartIT::name)
            .collect(Collectors.toCollection(HashSet::new));
    methods.removeAll(OF_EVERYBODY);

    // Then
    assertThat(questions()).extracting(Question::method).containsAll(methods);
  }

  private static Question asks(String method, Function<DataSource, Object> ask) {
    return new Question(method, ask);
  }

  private static Object compare(DataSource at) {
    try {
      return new ComparisonQueries(at).compare("ada", adas(), bobs());
    } catch (SessionNotFoundException e) {
      return e.toString();
    }
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  private static SessionFilter filter() {
    return SessionFilter.newest("ada", 10);
  }

  private static UUID adas() {
    return ADA.sessions().getFirst().id();
  }

  private static UUID bobs() {
    return BOB.sessions().getFirst().id();
  }

  private static SessionQueries sessions(DataSource at) {
    return new SessionQueries(at);
  }

  private static KnowledgeQueries knowledge(DataSource at) {
    return new KnowledgeQueries(at);
  }
}
