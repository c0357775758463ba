package dev.aidis.ingest.access;

import dev.aidis.ingest.caller.Administration;
import dev.aidis.ingest.caller.Authority;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.oauth.ForeignTokens;
import dev.aidis.ingest.oauth.OAuthConfiguration;
import dev.aidis.ingest.token.TokenLog;
import dev.aidis.ingest.token.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Guards every path. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
@Import(OAuthConfiguration.class)
public class AccessConfiguration {
  /** What an address may try without a token, a second. */
  private static final int STRANGERS_PER_SECOND = 10;

  private static final Duration PATIENCE_WITH_LOG = Duration.ofSeconds(30);
  private static final String MCP = "/mcp";

  @Bean
  Tokens tokens(TokenLog log, InstantSource clock) {
    return new Tokens(log, clock);
  }

  @Bean
  FilterRegistrationBean<Door> door(
      @Value("${server.address}") String address,
      AccessSettings settings,
      Tokens tokens,
      ForeignTokens foreign,
      Callers callers) {
    Bind bind = new Bind(address);
    AdministratorToken administrator = AdministratorToken.in(settings.tokenFile());
    requireToken(bind, administrator, tokens);
    boolean tokensNeeded = bind.isOpen() || settings.requireToken();
    FilterRegistrationBean<Door> filter =
        new FilterRegistrationBean<>(
            new Door(
                new Neighbours(settings.allowedHosts(), tokensNeeded),
                new Authorities(tokens, administrator, foreign, callers.owner(), tokensNeeded),
                tokens,
                new Rates(settings.requestsPerSecond(), System::nanoTime),
                new Rates(STRANGERS_PER_SECOND, System::nanoTime),
                settings.bodyTimeout()));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    filter.setAsyncSupported(true);
    return filter;
  }

  @Bean
  OpenStreams openStreams(AccessSettings settings) {
    return OpenStreams.looking(settings.streamKeepAlive());
  }

  @Bean
  FilterRegistrationBean<McpSessions> mcpSessions(OpenStreams streams) {
    FilterRegistrationBean<McpSessions> filter =
        new FilterRegistrationBean<>(new McpSessions(streams));
    filter.addUrlPatterns(MCP);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    filter.setAsyncSupported(true);
    return filter;
  }

  @Bean
  WebMvcConfigurer administration() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Administrators());
      }
    };
  }

  /** Runs before the service listens. */
  private static void requireToken(
      Bind bind, @Nullable AdministratorToken administrator, Tokens tokens) {
    if (!bind.isOpen() || administrator != null) {
      return;
    }
    if (!tokens.awaitRead(PATIENCE_WITH_LOG)) {
      throw new IllegalStateException(
          "other machines can reach %s, and Kafka does not tell which tokens there are: check that it runs, or set AIDIS_TOKEN_FILE"
              .formatted(bind.address()));
    }
    if (!tokens.isAnyGood()) {
      throw new IllegalStateException(
          "other machines can reach %s, and there is no token yet: bind to 127.0.0.1 and make one with `aidis token create`, or set AIDIS_TOKEN_FILE to a file with one"
              .formatted(bind.address()));
    }
  }

  private static final class Administrators implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (handler instanceof HandlerMethod method
          && (method.hasMethodAnnotation(Administration.class)
              || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Administration.class))) {
        Authority.of(request).requireAdministrator();
      }
      return true;
    }
  }
}
