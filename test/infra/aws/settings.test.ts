import { describe, expect, it } from 'vitest';
import { lambdas, Synthesized } from './synthesized.ts';

describe('Settings', () => {
  it('reach the functions as they were written', () => {
    const settings = { timeZone: 'Asia/Hong_Kong', reportingCurrency: 'HKD', runsKeptDays: 50 };
    const template = new Synthesized({ settings });
    for (const lambda of lambdas.filter((name) => name !== 'KpiAuthorize')) expect(JSON.parse(String(template.environmentOf(lambda)['SETTINGS']))).toEqual(settings);
    expect(template.outputs['TimeZone']?.Value).toBe('Asia/Hong_Kong');
    expect(template.outputs['ReportingCurrency']?.Value).toBe('HKD');
  });

  it('may be given as text, as the command line does', () => {
    const template = new Synthesized({ settings: '{"reportingCurrency":"HKD"}', deployment: '{"nightAt":"04:05"}' });
    expect(template.environmentOf('KpiServeApi')['SETTINGS']).toBe('{"reportingCurrency":"HKD"}');
    expect(template.one('AWS::Scheduler::Schedule').properties['ScheduleExpression']).toBe('cron(5 4 * * ? *)');
  });

  it('have defaults: an empty document, Shanghai time, yuan', () => {
    const template = new Synthesized();
    expect(template.environmentOf('RecomputePlanNight')['SETTINGS']).toBe('{}');
    expect(template.outputs['TimeZone']?.Value).toBe('Asia/Shanghai');
    expect(template.outputs['ReportingCurrency']?.Value).toBe('CNY');
  });

  it.each([
    [{ deployment: { nightAt: '25:00' } }, /deployment\.nightAt/],
    [{ deployment: { logRetentionDays: 31 } }, /deployment\.logRetentionDays/],
    [{ deployment: { deletonProtection: false } }, /deletonProtection/],
    [{ deployment: { corsOrigins: ['intranet'] } }, /deployment\.corsOrigins\.0/],
    [{ settings: { reportingCurrency: 'yuan' } }, /settings\.reportingCurrency/],
    [{ settings: { timeZone: 'Asia/Shangai' } }, /settings\.timeZone/],
    [{ settings: '{reportingCurrency' }, /settings: is not JSON/],
    [{ settings: { reportingCurency: 'CNY' } }, /reportingCurency/],
    [{ settings: { exchangeRates: Array.from({ length: 60 }, () => ({ currency: 'USD', from: '2026-01-01', rate: 7.1 })) } }, /do not fit a Lambda environment/],
  ])('that cannot be meant stop the synthesis and are named: %j', (context, message) => {
    expect(() => new Synthesized(context)).toThrow(message);
  });

  it('are put on every resource that takes tags', () => {
    const template = new Synthesized({ deployment: { tags: { costCentre: '42' } } });
    expect(template.one('AWS::DynamoDB::Table', 'TablesLedger').properties['Tags']).toEqual([{ Key: 'costCentre', Value: '42' }, { Key: 'product', Value: 'guibin' }]);
  });

  it('Outputs name what scripts and other systems rely on.', () => {
    expect(Object.keys(new Synthesized().outputs).sort()).toEqual([
      'ApiUrl', 'CustomersTable', 'DeadLetterQueueUrl', 'EventBusName', 'IngestQueueUrl', 'LedgerTable', 'NightArn', 'ReadingsTable', 'ReportingCurrency', 'Settings', 'TimeZone', 'WidgetsUrl',
    ]);
  });
});
