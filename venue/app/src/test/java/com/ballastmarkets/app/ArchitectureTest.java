package com.ballastmarkets.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of docs/ARCHITECTURE.md. */
class ArchitectureTest {
  private static final String ROOT = "com.ballastmarkets.";
  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.ballastmarkets");
  }

  /** A module and the modules of ours that it may use. */
  record Arrow(String module, List<String> mayUse) {
    @Override
    public String toString() {
      return module + " uses " + mayUse;
    }
  }

  static List<Arrow> arrows() {
    return List.of(
        new Arrow("domain", List.of()),
        new Arrow("clearing", List.of("domain")),
        new Arrow("engine", List.of("domain", "clearing")),
        new Arrow("protocol", List.of("domain")),
        new Arrow("node", List.of("domain", "clearing", "engine", "protocol")),
        new Arrow("oracle", List.of("domain")),
        new Arrow("sql", List.of()),
        new Arrow("fix", List.of("domain", "protocol", "sql")),
        new Arrow("api", List.of("domain", "protocol", "sql")),
        new Arrow("backoffice", List.of("domain", "protocol", "sql", "clearing", "oracle")),
        new Arrow("reports", List.of("domain", "protocol", "sql")));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void aModuleUsesOnlyWhatLiesBelowIt(Arrow arrow) {
    final String[] above =
        arrows().stream()
            .map(Arrow::module)
            .filter(name -> !name.equals(arrow.module()) && !arrow.mayUse().contains(name))
            .map(name -> ROOT + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + arrow.module() + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above)
        .because("arrows in docs/ARCHITECTURE.md never point up")
        .check(classes);
  }

  @Test
  void theDeterministicCoreKnowsTheJdkAndAgronaCollectionsOnly() {
    ArchRuleDefinition.classes()
        .that()
        .resideInAnyPackage(ROOT + "domain..", ROOT + "clearing..", ROOT + "engine..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "domain..",
            ROOT + "clearing..",
            ROOT + "engine..",
            "java.lang..",
            "java.util",
            "java.util.function..",
            "java.util.regex..",
            "java.util.stream..",
            "java.math..",
            "java.time..",
            "java.nio.charset..",
            "java.security",
            "org.agrona..",
            "org.jspecify..")
        .because("the same log must give the same events on any machine")
        .check(classes);
  }

  @Test
  void theDeterministicCoreReadsNoClockAndNoChance() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "domain..", ROOT + "clearing..", ROOT + "engine..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.UUID")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.security.SecureRandom")
        .because("time, ids and timers come from the log")
        .check(classes);
  }

  @Test
  void onlyTheCompositionRootKnowsTheNode() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "node..", ROOT + "app..", ROOT + "bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "node..")
        .because("what hosts the engine is the composition root's choice")
        .check(classes);
  }
}
