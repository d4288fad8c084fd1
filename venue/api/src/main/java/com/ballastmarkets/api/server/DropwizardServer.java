package com.ballastmarkets.api.server;

import com.ballastmarkets.api.ApiConfig;
import com.ballastmarkets.api.auth.Origin;
import com.ballastmarkets.api.error.ErrorMapper;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.stream.StreamServer;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.glassfish.jersey.server.ServerProperties;

/**
 * Dropwizard on one port: Jersey under {@code /v1}, the stream at {@code /v1/stream}, the web
 * page's files elsewhere. It is put together here instead of by Dropwizard's command line, for one
 * program holds several servers and sets them up itself.
 */
public final class DropwizardServer implements AutoCloseable {
  private final Server server;

  private DropwizardServer(Server server) {
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param components resources, filters and features for Jersey
   * @throws IllegalStateException if the port cannot be bound
   */
  public static DropwizardServer start(
      ApiConfig config, List<Object> components, StreamServer streams) {
    final Bootstrap<Configuration> bootstrap = new Bootstrap<>(new NamedApplication());
    bootstrap.setObjectMapper(Json.mapper());
    final Environment environment =
        new Environment(
            bootstrap.getApplication().getName(),
            Json.mapper(),
            bootstrap.getValidatorFactory(),
            bootstrap.getMetricRegistry(),
            bootstrap.getClassLoader(),
            bootstrap.getHealthCheckRegistry(),
            new Configuration());
    fill(environment, components, streams);
    final Server server = factory(config).build(environment);
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(2_000);
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      throw new IllegalStateException(
          "the API cannot be started on port " + config.port() + ": " + e.getMessage(), e);
    }
    return new DropwizardServer(server);
  }

  private static void fill(Environment environment, List<Object> components, StreamServer streams) {
    environment.jersey().setUrlPattern("/v1/*");
    environment.jersey().property(ServerProperties.WADL_FEATURE_DISABLE, true);
    environment.jersey().register(new ErrorMapper());
    components.forEach(environment.jersey()::register);
    environment.servlets().addServlet("web", new WebPages()).addMapping("/*");
    environment
        .servlets()
        .addFilter("security-headers", new SecurityHeaders())
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    environment
        .servlets()
        .addFilter("origin", new Origin.Filter())
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/v1/*");
    environment.getApplicationContext().setErrorHandler(new PlainErrors());
    streams.configure(environment.getApplicationContext());
  }

  private static DefaultServerFactory factory(ApiConfig config) {
    final HttpConnectorFactory connector = new HttpConnectorFactory();
    connector.setBindHost(config.host());
    connector.setPort(config.port());
    connector.setUseServerHeader(false);
    connector.setUseDateHeader(true);
    final LogbackAccessRequestLogFactory silent = new LogbackAccessRequestLogFactory();
    silent.setAppenders(List.of());
    final DefaultServerFactory factory = new DefaultServerFactory();
    factory.setApplicationConnectors(List.of(connector));
    factory.setAdminConnectors(List.of());
    factory.setRequestLogFactory(silent);
    factory.setRegisterDefaultExceptionMappers(false);
    factory.setDetailedJsonProcessingExceptionMapper(false);
    return factory;
  }

  /** The port that is bound. */
  public int port() {
    return ((NetworkConnector) server.getConnectors()[0]).getLocalPort();
  }

  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the API did not stop", e);
    }
  }

  /** Dropwizard wants an application; all that this one has is its name. */
  private static final class NamedApplication extends Application<Configuration> {
    @Override
    public String getName() {
      return "ballast-api";
    }

    @Override
    public void run(Configuration configuration, Environment environment) {}
  }
}
