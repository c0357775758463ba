package dev.aidis.ingest.rest;

import dev.aidis.domain.ClockClamp;
import dev.aidis.ingest.activity.ActivityPublisher;
import dev.aidis.ingest.activity.IntakeMetrics;
import dev.aidis.ingest.answers.SessionPages;
import dev.aidis.ingest.caller.Callers;
import dev.aidis.ingest.live.LiveUpdates;
import dev.aidis.ingest.live.Sources;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.ingest.session.SessionDetails;
import dev.aidis.ingest.session.SessionFinder;
import dev.aidis.ingest.session.Timelines;
import dev.aidis.ingest.session.UpdateSignals;
import dev.aidis.schemas.Counters;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Wires the REST API. */
@Configuration(proxyBeanMethods = false)
@Import({
  ActivitiesEndpoint.class,
  SessionsEndpoint.class,
  AnswersEndpoint.class,
  TodayEndpoint.class,
  StatuslineEndpoint.class,
  SessionAnswersEndpoint.class,
  SessionChangesEndpoint.class,
  CallerEndpoint.class,
  PipelineEndpoint.class,
  ImportEndpoint.class,
  RebuildEndpoint.class,
  TokensEndpoint.class,
  ProjectsEndpoint.class,
  WorkspacesEndpoint.class,
  EventsEndpoint.class,
  OpenApiEndpoint.class,
  DeadLettersEndpoint.class,
  ErrorEndpoint.class,
  Problems.class
})
public class RestConfiguration {

  @Bean
  BoundedBody boundedBody(JsonMapper json) {
    return new BoundedBody(json);
  }

  @Bean
  Intake intake(
      Supplier<UUID> ids,
      ClockClamp clockClamp,
      InstantSource clock,
      ActivityPublisher publisher,
      CurrentWork currentWork,
      IntakeMetrics metrics) {
    return new Intake(
        new ActivityJson(ids), clockClamp, clock, publisher, currentWork::noteAll, metrics);
  }

  @Bean
  SessionSearch sessionSearch(Callers callers, SessionPages pages, SessionFinder finder) {
    return new SessionSearch(callers, pages, finder);
  }

  @Bean
  LiveUpdates liveUpdates(
      UpdateSignals signals,
      SessionFinder sessions,
      SessionDetails details,
      Timelines timelines,
      JsonMapper json) {
    return new LiveUpdates(signals, new Sources(sessions, details, timelines, new EventJson(json)));
  }

  @Bean
  FilterRegistrationBean<EntityTags> entityTags() {
    FilterRegistrationBean<EntityTags> filter = new FilterRegistrationBean<>(new EntityTags());
    filter.addUrlPatterns("/api/v1/*", "/openapi.json");
    return filter;
  }

  @Bean
  JsonMapperBuilderCustomizer sums() {
    return json -> json.addMixIn(Counters.class, CountersJson.class);
  }

  @Bean
  WebMvcConfigurer presentations() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PresentationResolver(ZoneId.systemDefault()));
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ReadableParameters());
      }
    };
  }

  @Bean
  ErrorPageRegistrar errorPage() {
    return registry -> registry.addErrorPages(new ErrorPage(ErrorEndpoint.PATH));
  }
}
