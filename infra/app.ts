import { vipApp } from './aws/vip-app.ts';

vipApp().synth();
