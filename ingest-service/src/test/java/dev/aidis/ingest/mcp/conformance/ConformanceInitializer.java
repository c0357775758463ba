package dev.aidis.ingest.mcp.conformance;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Adds the fixtures to a service that is started with {@code -Daidis.conformance.fixtures=true},
 * where the tests of this module are on the class path.
 */
public final class ConformanceInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (Boolean.getBoolean("aidis.conformance.fixtures")) {
      context.getBeanFactory().registerSingleton("conformanceFixtures", Fixtures.offering());
    }
  }
}
