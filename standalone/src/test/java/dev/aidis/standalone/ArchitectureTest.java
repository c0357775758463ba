package dev.aidis.standalone;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveSimpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may depend on what, and what nobody does, over the classes of all modules. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.aidis");

  /**
   * @param directory of the module, which is its name
   * @param topPackage below {@code dev.aidis}
   * @param uses the other modules it may use
   */
  private record Module(String directory, String topPackage, Set<String> uses) {
    String packages() {
      return "dev.aidis." + topPackage + "..";
    }
  }

  private static final Module DOMAIN = new Module("session-domain", "domain", Set.of("schemas"));
  private static final Module CLI = new Module("cli", "cli", Set.of("schemas", "git-metrics"));
  private static final Module STANDALONE =
      new Module(
          "standalone",
          "standalone",
          Set.of("schemas", "ingest-service", "stream-processor", "session-sink"));

  private static final List<Module> MODULES =
      List.of(
          new Module("schemas", "schemas", Set.of()),
          DOMAIN,
          new Module("git-metrics", "git", Set.of()),
          new Module("session-queries", "queries", Set.of("schemas", "session-domain")),
          new Module("session-archive", "archive", Set.of()),
          new Module("dashboard", "dashboard", Set.of()),
          new Module("service-runtime", "service", Set.of()),
          new Module(
              "ingest-service",
              "ingest",
              Set.of(
                  "schemas",
                  "session-domain",
                  "session-queries",
                  "session-archive",
                  "dashboard",
                  "service-runtime")),
          new Module(
              "stream-processor",
              "processor",
              Set.of("schemas", "session-domain", "service-runtime")),
          new Module(
              "session-sink",
              "sink",
              Set.of("schemas", "session-domain", "session-archive", "service-runtime")),
          CLI,
          STANDALONE);

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .importPaths(
              MODULES.stream()
                  .map(module -> Path.of("..", module.directory, "target", "test-classes"))
                  .toList());

  @Test
  void modulesUseOnlyTheModulesTheyMay() {
    var architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (Module module : MODULES) {
      architecture = architecture.layer(module.directory).definedBy(module.packages());
    }
    for (Module module : MODULES) {
      var layer = architecture.whereLayer(module.directory);
      architecture =
          module.uses.isEmpty()
              ? layer.mayNotAccessAnyLayer()
              : layer.mayOnlyAccessLayers(module.uses.toArray(String[]::new));
    }
    architecture.check(ALL);
  }

  @Test
  void theDomainKnowsNothingButTheJdkAndTheWireRecords() {
    classes()
        .that()
        .resideInAPackage(DOMAIN.packages())
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(
                "java.lang..",
                "java.math..",
                "java.time..",
                "java.util..",
                "org.jspecify.annotations",
                "dev.aidis.schemas",
                DOMAIN.packages()))
        .check(ALL);
  }

  /** The top package of a module puts the others together, and so stands outside. */
  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    slices().matching("dev.aidis.(*).(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes().should(resideInNullMarkedPackages()).check(ALL);
  }

  @Test
  void noClassIsNamedForWantOfAName() {
    for (String ending : Set.of("Util", "Utils", "Helper", "Helpers", "Manager")) {
      noClasses().should(haveSimpleNameEndingWith(ending)).check(ALL);
    }
  }

  @Test
  void onlyThoseWhoSpeakToATerminalPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackages(CLI.packages(), STANDALONE.packages())
        .should(ACCESS_STANDARD_STREAMS)
        .check(ALL);
  }

  @Test
  void nobodyUsesJavaUtilLogging() {
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(ALL);
  }

  /** So that it need not be there, and costs nothing, while nothing is traced. */
  @Test
  void onlyTracingKnowsOpenTelemetry() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.aidis.service.tracing")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.opentelemetry..")
        .check(ALL);
  }

  @Test
  void whatAClassNeedsIsGivenToItsConstructor() {
    NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(ALL);
  }

  @Test
  void timeIsAnArgumentOrAClock() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "what time it is is asked of the system",
                ArchitectureTest::asksTheSystemForTheTime))
        .check(ALL);
  }

  @Test
  void nobodySleepsNotEvenInTests() {
    var sleep = target(owner(JavaClass.Predicates.type(Thread.class))).and(target(name("sleep")));
    noClasses().should().callMethodWhere(sleep).check(ALL);
    noClasses().should().callMethodWhere(sleep).check(TESTS);
  }

  private static boolean asksTheSystemForTheTime(JavaMethodCall call) {
    boolean isNow =
        call.getName().equals("now")
            && call.getTargetOwner().getPackageName().equals("java.time")
            && call.getTarget().getRawParameterTypes().isEmpty();
    return isNow || call.getName().equals("currentTimeMillis");
  }

  private static ArchCondition<JavaClass> resideInNullMarkedPackages() {
    return new ArchCondition<>("reside in a package marked with @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type, marked, type.getPackageName() + " has no @NullMarked package-info.java"));
      }
    };
  }
}
