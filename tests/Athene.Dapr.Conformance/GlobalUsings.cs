global using Athene.Dapr;
global using Athene.Dapr.Actors;
global using Athene.Dapr.Actors.Client;
global using Athene.Dapr.Actors.Runtime;
global using Athene.Dapr.AspNetCore;
global using Athene.Dapr.Client;
global using Athene.Dapr.Workflow;
