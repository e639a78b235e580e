import './notices.css';
import { Answer } from '../../../portal/act/Refusal.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { both, t } from '../../../portal/text.ts';
import { partiesDoors } from '../../parties/contract.ts';
import { noticesDoors } from '../contract.ts';
import { CertificatePanel } from './settings/CertificatePanel.tsx';
import { DevicesPanel } from './settings/DevicesPanel.tsx';
import { KeyPanel } from './settings/KeyPanel.tsx';
import { Failing } from './settings/Failing.tsx';
import { SettingForm } from './settings/SettingForm.tsx';

/** By which ways, when and about what one is told in this seat. */
export default function Settings() {
  const session = useGet(partiesDoors.showSession);
  const setting = useGet(noticesDoors.showSetting);
  const keys = useGet(noticesDoors.showKeys);
  return (
    <>
      <PageHead
        title={t('notices.settings.title')}
        crumbs={[{ label: t('notices.title'), href: '/notices' }, { label: t('notices.settings') }]}
      />
      <div className="stack">
        <Answer of={session}>
          {({ seat }) => (
            <Note>
              {t('notices.settings.seat', {
                seat: `${both(seat.body.name)} ${both(seat.title.short)} ${both(seat.title.role)}`,
              })}
            </Note>
          )}
        </Answer>
        <Answer of={setting}>
          {(it) => (
            <div className="stack">
              {it.fails !== null && <Failing it={it.fails} address={it.address} />}
              <div className="two">
                <div className="stack">
                  <SettingForm before={it} />
                </div>
                <div className="stack">
                  <DevicesPanel />
                  <Answer of={keys}>
                    {(known) => (
                      <>
                        <CertificatePanel keys={known} address={it.address} />
                        <KeyPanel keys={known} address={it.address} />
                        {known.certificates && <p className="small dim">{t('notices.keys.rule')}</p>}
                      </>
                    )}
                  </Answer>
                </div>
              </div>
            </div>
          )}
        </Answer>
      </div>
    </>
  );
}
